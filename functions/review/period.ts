/** Inclusive range of times, ISO 8601 in UTC, as sort keys begin with them. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Query parameters of `dateRange('at')`. */
interface Bounds {
  readonly 'at.gt'?: string | undefined;
  readonly 'at.gte'?: string | undefined;
  readonly 'at.lt'?: string | undefined;
  readonly 'at.lte'?: string | undefined;
}

const latest = Date.parse('9999-12-31T23:59:59.999Z');

/** The period of a query, to the millisecond; all times where the query has no bounds. */
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
