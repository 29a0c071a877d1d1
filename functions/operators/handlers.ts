import type { Handlers } from '../../shared/http/route.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Ids } from '../../shared/table/ids.ts';
import { OperatorKeeping } from './keeping.ts';
import { describeMe } from './me.ts';
import { Preferences } from './preferences/store.ts';
import { presentOperator, presentOperatorEvent } from './present-operator.ts';
import type { CarrierScope } from '../../shared/auth/scope.ts';
import { OperatorStore } from './store.ts';
import type { routes } from './routes.ts';

interface Ports {
  readonly table: Table;
  readonly clock: () => Date;
  readonly ids: Ids;
}

/** Implements the routes about operators and their people. */
export function createHandlers({ table, clock, ids }: Ports): Handlers<typeof routes> {
  const keepingOf = (scope: CarrierScope, id: string) =>
    new OperatorKeeping({ table, scope, clock, ids }, id);
  return {
    readHealth: () => Promise.resolve({ body: { '@type': 'CabinetHealth', status: 'ok' } }),
    listOrganization: async ({ scope, query }) => {
      const { entities, next, total } = await new OperatorStore(table, scope).list(query);
      return { body: [...entities], next, total };
    },
    readOrganization: async ({ scope, params }) => ({
      body: await new OperatorStore(table, scope).read(params.id),
    }),
    readMe: async ({ scope }) => ({
      body: describeMe(scope, await new Preferences(table, scope).language()),
    }),
    changeMe: async ({ scope, body: { language } }) => {
      await new Preferences(table, scope).choose(language);
      return { body: describeMe(scope, language) };
    },
    readOperator: async ({ scope, params: { id } }) => ({
      body: presentOperator(id, await keepingOf(scope, id).read()),
    }),
    transitionOperator: async ({ scope, params: { id }, body: { status, reason } }) => ({
      body: presentOperator(id, await keepingOf(scope, id).move(status, reason)),
    }),
    assignOperator: async ({ scope, params: { id }, body: { managerSub } }) => {
      const { moved, isComplete } = await keepingOf(scope, id).assign(managerSub);
      return {
        body: { '@type': 'CabinetAssignment', moved, state: isComplete ? 'completed' : 'inProgress' },
      };
    },
    listOperatorHistory: async ({ scope, params: { id }, query }) => {
      const keeping = keepingOf(scope, id);
      const { entities, next, total } = await keeping.history(query);
      if (total === 0) await keeping.read();
      return { body: entities.map(presentOperatorEvent), next, total };
    },
  };
}
