/** Range of moments, ISO 8601 in UTC, both inclusive: as sort keys begin. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The bounds of a query on a date, as `dateRange('at')` names them. */
interface Bounds {
  readonly 'at.gt'?: string | undefined;
  readonly 'at.gte'?: string | undefined;
  readonly 'at.lt'?: string | undefined;
  readonly 'at.lte'?: string | undefined;
}

const latest = Date.parse('9999-12-31T23:59:59.999Z');

/** The period that a query is about; all times, where it names none. Moments are whole milliseconds. */
export function periodOf(bounds: Bounds): Period {
  const from = [...momentOf(bounds['at.gt'], 1), ...momentOf(bounds['at.gte'], 0)];
  const to = [...momentOf(bounds['at.lt'], -1), ...momentOf(bounds['at.lte'], 0)];
  return { from: written(Math.max(0, ...from)), to: written(Math.min(latest, ...to)) };
}

function momentOf(bound: string | undefined, shift: number): number[] {
  return bound === undefined ? [] : [Date.parse(bound) + shift];
}

function written(moment: number): string {
  return new Date(Math.min(Math.max(moment, 0), latest)).toISOString();
}
