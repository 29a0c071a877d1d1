import type { Handlers } from '../../shared/http/route.ts';
import type { Table } from '../../shared/table/table.ts';
import { describeMe } from './me.ts';
import { OperatorStore } from './store.ts';
import type { routes } from './routes.ts';

/** Implements the routes about operators and their people. */
export function createHandlers({ table }: { readonly table: Table }): Handlers<typeof routes> {
  return {
    readHealth: () => Promise.resolve({ body: { '@type': 'CabinetHealth', status: 'ok' } }),
    listOrganization: async ({ scope, query }) => {
      const { entities, next, total } = await new OperatorStore(table, scope).list(query);
      return { body: [...entities], next, total };
    },
    readOrganization: async ({ scope, params }) => ({
      body: await new OperatorStore(table, scope).read(params.id),
    }),
    readMe: ({ scope }) => Promise.resolve({ body: describeMe(scope) }),
  };
}
