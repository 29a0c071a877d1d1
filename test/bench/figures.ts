/** Value that a share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** One line of the bench: what was measured, against what, and whether that is what was aimed for. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly target: string;
  readonly met: boolean;
}

/** Figures about one thing. */
export interface Section {
  readonly title: string;
  /** How it was measured, so that the figures can be checked. */
  readonly method: string;
  readonly figures: readonly Figure[];
}

/** How a ratio is written. */
export function ratioOf(ratio: number): string {
  return `${ratio.toFixed(2)}×`;
}

/** A section for a terminal. */
export function printed({ title, figures }: Section): string {
  const width = (pick: (figure: Figure) => string) =>
    Math.max(0, ...figures.map((figure) => pick(figure).length));
  const names = width(({ name }) => name);
  const values = width(({ value }) => value);
  const lines = figures.map(
    ({ name, value, target, met }) =>
      `  ${met ? '✓' : '✗'} ${name.padEnd(names)}  ${value.padEnd(values)}  ${target}`,
  );
  return ['', title, ...lines].join('\n');
}

/** A section for docs/figures.md. */
export function written({ title, method, figures }: Section): string {
  const rows = figures.map(
    ({ name, value, target, met }) => `| ${name} | ${value} | ${target} | ${met ? '✓' : '✗'} |`,
  );
  return [`## ${title}`, '', method, '', '| what | measured | target | |', '|---|---|---|---|', ...rows].join(
    '\n',
  );
}
