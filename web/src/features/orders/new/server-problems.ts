import type { BuiltOrder } from './build-order.ts';
import { isGroup, isWithin } from './field-names.ts';

interface Problem {
  readonly pointer: string;
  readonly message: string;
}

/** What the cabinet found wrong with a request. */
export interface Findings {
  readonly built: BuiltOrder;
  readonly problems: readonly Problem[];
}

/** What is wrong, at the controls that it belongs to. */
export interface LocatedProblems {
  readonly byField: ReadonlyMap<string, string>;
  /** What belongs to no control. */
  readonly general: readonly string[];
}

/**
 * Finds the control of every problem: the one whose part of the request the pointer leads into. What the person has
 * changed since that request is left out: the next answer will tell.
 *
 * @param now the request as the form would send it now
 */
export function locateProblems({ built, problems }: Findings, now: BuiltOrder): LocatedProblems {
  const byField = new Map<string, string>();
  const general: string[] = [];
  for (const { pointer, message } of problems) {
    const source = sourceOf(pointer, built);
    if (source === undefined) general.push(message);
    else if (valuesOf(source.field, now) === valuesOf(source.field, built)) {
      const before = byField.get(source.field);
      byField.set(source.field, before === undefined ? message : `${before}. ${message}`);
    }
  }
  return { byField, general };
}

/**
 * What is wrong with each control: what the form itself sees, else what the cabinet found. What the cabinet says of
 * several controls together stays unsaid while the form sees which of them it is.
 */
export function mergeProblems(
  own: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const seen = [...own.keys()];
  return new Map([
    ...[...found].filter(([field]) => !isGroup(field) || !seen.some((part) => isWithin(part, field))),
    ...own,
  ]);
}

function sourceOf(pointer: string, { sources }: BuiltOrder) {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const source = sources.find((candidate) => candidate.pointer === at);
    if (source !== undefined) return source;
    if (!at.includes('/')) break;
  }
  return undefined;
}

/** All that a control fills of a request, to be compared. */
function valuesOf(field: string, { sources }: BuiltOrder): string {
  return JSON.stringify(sources.flatMap((source) => (source.field === field ? [source.value ?? null] : [])));
}
