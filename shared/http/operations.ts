import type { Scope, SystemScope } from '../auth/scope.ts';
import type { Creation } from '../table/creation.ts';
import type { ParsedRequest } from './parse-request.ts';
import type { Handlers, Reply, Route, Routes } from './route.ts';

/** One route with its implementation, as the dispatch calls it. */
export interface Operation {
  readonly id: string;
  readonly route: Route;
  readonly run: (
    request: ParsedRequest & {
      readonly scope: Exclude<Scope, SystemScope>;
      readonly requestId: string;
      readonly creation: Creation<unknown> | undefined;
    },
  ) => Promise<Reply<Route>>;
}

/**
 * Operations by `routeKey`, as API Gateway names them: `GET /path/{id}`.
 *
 * What a route's schemas parsed is what its handler takes: `Handlers` says so for every route, and this one
 * signature tells the compiler that parsing happens in between.
 */
export function operationsOf<R extends Routes>(
  routes: R,
  handlers: Handlers<R>,
): ReadonlyMap<string, Operation>;
export function operationsOf(
  routes: Routes,
  handlers: Readonly<Record<string, Operation['run']>>,
): ReadonlyMap<string, Operation> {
  return new Map(
    Object.entries(routes).flatMap(([id, route]) => {
      const run = handlers[id];
      return run === undefined ? [] : [[routeKeyOf(route), { id, route, run }] as const];
    }),
  );
}

/** Name of a route at the HTTP API. */
export function routeKeyOf(route: Route): string {
  return `${route.method} ${route.path}`;
}
