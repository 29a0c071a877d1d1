import type { Handlers } from '../../shared/http/route.ts';
import { describeMe } from './me.ts';
import type { routes } from './routes.ts';

/** Implements the routes about operators and their people. */
export function createHandlers(): Handlers<typeof routes> {
  return {
    readHealth: () => Promise.resolve({ body: { '@type': 'CabinetHealth', status: 'ok' } }),
    readMe: ({ scope }) => Promise.resolve({ body: describeMe(scope) }),
  };
}
