import type { BuiltOrder } from './build-order.ts';
import { isGroup, isWithin } from './field-names.ts';

interface Problem {
  readonly pointer: string;
  readonly message: string;
}

/** Problems that the API found in a request. */
export interface Findings {
  readonly built: BuiltOrder;
  readonly problems: readonly Problem[];
}

/** Problems by control. */
export interface LocatedProblems {
  readonly byField: ReadonlyMap<string, string>;
  /** Problems without a control. */
  readonly general: readonly string[];
}

/**
 * Finds the control of every problem: the one whose part of the request contains the pointer. What the user has
 * changed since that request is left out until the next answer.
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
 * Problems of each control: those that the form finds, otherwise those that the API found. A problem of the API for
 * a group of controls is left out if the form finds which of them it is.
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

/** The part of a request that a control fills, for comparison. */
function valuesOf(field: string, { sources }: BuiltOrder): string {
  return JSON.stringify(sources.flatMap((source) => (source.field === field ? [source.value ?? null] : [])));
}
