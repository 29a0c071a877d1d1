import type { CarrierScope } from '../../shared/auth/scope.ts';
import type { Handlers } from '../../shared/http/route.ts';
import type { Table } from '../../shared/table/table.ts';
import { changeOrganization, changePartyRole, createPartyRole } from './change-operator.ts';
import type { OperatorGroups } from './groups.ts';
import { OperatorAdministration } from './administration.ts';
import type { ManagerAccounts } from './managers.ts';
import { describeMe } from './me.ts';
import { presentOrganization } from './organization.ts';
import { presentPartyRole } from './party-role.ts';
import { Preferences } from './preferences/store.ts';
import { presentOperator, presentOperatorEvent } from './present-operator.ts';
import { registerOperator } from './register-operator.ts';
import type { routes } from './routes.ts';
import { type Operator, OperatorStore } from './store.ts';

interface Dependencies {
  readonly table: Table;
  readonly clock: () => Date;
  readonly groups: OperatorGroups;
  readonly managers: ManagerAccounts;
}

const isCustomer = ({ record }: Operator) => record.isCustomer;

/** Implements the routes of operators and of the signed-in user. */
export function createHandlers(dependencies: Dependencies): Handlers<typeof routes> {
  const { table } = dependencies;
  const administrationOf = (scope: CarrierScope, id: string, requestId: string) =>
    new OperatorAdministration({ ...dependencies, scope, requestId }, id);
  return {
    readHealth: () => Promise.resolve({ body: { '@type': 'CabinetHealth', status: 'ok' } }),
    listOrganization: async ({ scope, query }) => {
      const { entities, next, total } = await new OperatorStore(table, scope).list(query);
      return { body: entities.map(({ id, record }) => presentOrganization(id, record)), next, total };
    },
    readOrganization: async ({ scope, params }) => {
      const { id, record } = await new OperatorStore(table, scope).read(params.id);
      return { body: presentOrganization(id, record), version: record.version };
    },
    createOrganization: ({ scope, body, creation, requestId }) =>
      registerOperator(body, creation, { ...dependencies, scope, requestId }),
    changeOrganization: async ({ scope, params: { id }, body, ifMatch, requestId }) => {
      const record = await changeOrganization(id, body, ifMatch, { ...dependencies, scope, requestId });
      return { body: presentOrganization(id, record), version: record.version };
    },
    listPartyRole: async ({ scope, query }) => {
      const { entities, next, total } = await new OperatorStore(table, scope).list(query, isCustomer);
      return { body: entities.map(({ id, record }) => presentPartyRole(id, record)), next, total };
    },
    readPartyRole: async ({ scope, params }) => {
      const { id, record } = await new OperatorStore(table, scope).read(params.id, isCustomer);
      return { body: presentPartyRole(id, record), version: record.version };
    },
    createPartyRole: ({ scope, body, creation, requestId }) =>
      createPartyRole(body.engagedParty.id, body, creation, { ...dependencies, scope, requestId }),
    changePartyRole: async ({ scope, params: { id }, body, ifMatch, requestId }) => {
      const record = await changePartyRole(id, body, ifMatch, { ...dependencies, scope, requestId });
      return { body: presentPartyRole(id, record), version: record.version };
    },
    readMe: async ({ scope }) => ({
      body: describeMe(scope, await new Preferences(table, scope).language()),
    }),
    changeMe: async ({ scope, body: { language } }) => {
      await new Preferences(table, scope).setLanguage(language);
      return { body: describeMe(scope, language) };
    },
    readOperator: async ({ scope, params: { id }, requestId }) => ({
      body: presentOperator(id, await administrationOf(scope, id, requestId).read()),
    }),
    transitionOperator: async ({ scope, params: { id }, body: { status, reason }, requestId }) => ({
      body: presentOperator(id, await administrationOf(scope, id, requestId).transition(status, reason)),
    }),
    assignOperator: async ({ scope, params: { id }, body: { managerSub }, requestId }) => {
      const { moved, isComplete } = await administrationOf(scope, id, requestId).assign(managerSub);
      return {
        body: { '@type': 'CabinetAssignment', moved, state: isComplete ? 'completed' : 'inProgress' },
      };
    },
    listOperatorHistory: async ({ scope, params: { id }, query, requestId }) => {
      const administration = administrationOf(scope, id, requestId);
      const { entities, next, total } = await administration.history(query);
      if (total === 0) await administration.read();
      return { body: entities.map(presentOperatorEvent), next, total };
    },
  };
}
