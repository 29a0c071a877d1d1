/** A matching route, with the values of its path variables. */
export interface RouteMatch<Route> {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

interface Candidate<Route> {
  readonly route: Route;
  /** Undefined for `$default`, which matches everything. */
  readonly segments: readonly string[] | undefined;
  readonly method: string;
}

/**
 * Finds the most specific route: exact segments before variables, variables before a greedy one, a method before
 * `ANY`, and `$default` last (API Gateway Developer Guide, "Routing API requests"). The path is decoded first, as
 * HTTP APIs do.
 */
export function createRouter<Route extends { readonly key: string }>(
  routes: readonly Route[],
): (method: string, path: string) => RouteMatch<Route> | undefined {
  const candidates = routes.map(parse).sort((one, other) => compare(specificity(one), specificity(other)));
  return (method, path) => {
    const parts = path.split('/').slice(1);
    for (const candidate of candidates) {
      if (candidate.method !== 'ANY' && candidate.method !== method) continue;
      const pathParameters = candidate.segments ? match(candidate.segments, parts) : {};
      if (pathParameters) return { route: candidate.route, pathParameters };
    }
    return undefined;
  };
}

function parse<Route extends { readonly key: string }>(route: Route): Candidate<Route> {
  const [method = '', path] = route.key.split(' ');
  return path === undefined
    ? { route, method: 'ANY', segments: undefined }
    : { route, method, segments: path.split('/').slice(1) };
}

function match(segments: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  const values: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index] ?? '';
    if (segment.endsWith('+}')) {
      const rest = parts.slice(index).join('/');
      return rest === '' ? undefined : { ...values, [segment.slice(1, -2)]: rest };
    }
    if (segment.startsWith('{')) {
      if (part === '') return undefined;
      values[segment.slice(1, -1)] = part;
    } else if (segment !== parts[index]) return undefined;
  }
  return segments.length === parts.length ? values : undefined;
}

function specificity({ segments, method }: Candidate<unknown>): readonly number[] {
  if (!segments) return [3];
  const ranks = segments.map((segment) => (segment.endsWith('+}') ? 2 : segment.startsWith('{') ? 1 : 0));
  return [...ranks, method === 'ANY' ? 1 : 0];
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? -1) - (other[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
