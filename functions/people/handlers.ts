import { carrierRoles, operatorGroupPrefix } from '../../shared/auth/roles.ts';
import type { OperatorScope } from '../../shared/auth/scope.ts';
import type { Handlers } from '../../shared/http/route.ts';
import type { Ids } from '../../shared/table/ids.ts';
import type { Table } from '../../shared/table/table.ts';
import { acceptRules } from './accept-rules.ts';
import type { Accounts } from './accounts.ts';
import { listCarrierPeople } from './carrier-people.ts';
import { Colleagues, type Colleague } from './colleagues.ts';
import { confirmAdministrator } from './confirm-administrator.ts';
import { invitePerson } from './invite.ts';
import { makePassword } from './machine-password.ts';
import { isMachineLogin } from './machine-record.ts';
import { presentMachine } from './machine-resource.ts';
import { Machines } from './machines.ts';
import { presentPerson } from './person-resource.ts';
import { namesOf, presentActivity } from './present-activity.ts';
import { presentRules } from './present-rules.ts';
import type { routes } from './routes.ts';
import { PeopleStore } from './store.ts';

interface Dependencies {
  readonly table: Table;
  readonly accounts: Accounts;
  readonly clock: () => Date;
  readonly ids: Ids;
}

/** Implements the routes of an operator's people, machine accounts and rules. */
export function createHandlers({ table, accounts, clock, ids }: Dependencies): Handlers<typeof routes> {
  const dependenciesOf = (scope: OperatorScope) => {
    const dependencies = { table, accounts, store: new PeopleStore(table, scope, ids), scope, clock, ids };
    return { ...dependencies, colleagues: new Colleagues(dependencies) };
  };
  /** Dependencies of an administrator's write: the token alone does not prove that the caller still is one. */
  const administratorDependenciesOf = async (scope: OperatorScope) => {
    await confirmAdministrator({ accounts, scope });
    return dependenciesOf(scope);
  };
  const replyWith = ({ account, roles, record }: Omit<Colleague, 'guardVersion'>) => ({
    body: presentPerson({ account, roles, unfinished: record?.pending !== undefined }),
  });
  return {
    readRules: ({ query, language }) =>
      Promise.resolve().then(() => ({ body: presentRules(query.version, language, clock()) })),

    acceptRules: async ({ scope, body, viewerAddress: address, requestId }) => ({
      body: {
        '@type': 'CabinetRulesAcceptance',
        ...(await acceptRules(dependenciesOf(scope), body.version, { address, requestId })),
      },
    }),

    listPerson: async ({ scope, query }) => {
      const group = operatorGroupPrefix + scope.operatorId;
      const page = await accounts.listMembers(group, query.cursor);
      const members = page.accounts.filter(({ email }) => !isMachineLogin(email));
      const records = await dependenciesOf(scope).store.people(members.map(({ sub }) => sub));
      const body = members.map((account) => {
        const record = records.get(account.sub);
        return presentPerson({ account, roles: record?.roles, unfinished: record?.pending !== undefined });
      });
      const isOnlyPage = page.next === undefined && query.cursor === undefined;
      return { body, next: page.next, total: isOnlyPage ? body.length : undefined };
    },

    readPerson: async ({ scope, params }) =>
      replyWith(await dependenciesOf(scope).colleagues.find(params.id)),

    invitePerson: async ({ scope, body, creation }) =>
      invitePerson(await administratorDependenciesOf(scope), body, creation),

    invitePersonAgain: async ({ scope, params }) => {
      const { colleagues } = await administratorDependenciesOf(scope);
      return replyWith(await colleagues.inviteAgain(params.id));
    },

    changePerson: async ({ scope, params, body }) => {
      const { colleagues } = await administratorDependenciesOf(scope);
      const colleague = await colleagues.find(params.id);
      const { roles = colleague.roles, enabled = colleague.account.enabled } = body;
      return replyWith(await colleagues.change(colleague, { roles, enabled }));
    },

    removePerson: async ({ scope, params }) => {
      const { colleagues } = await administratorDependenciesOf(scope);
      await colleagues.remove(params.id);
      return { body: undefined };
    },

    listMachineAccount: async ({ scope, query }) => {
      const { entities, next, total } = await dependenciesOf(scope).store.machines(query);
      return { body: entities.map(presentMachine), next, total };
    },

    createMachineAccount: async ({ scope, body }) => {
      const machines = new Machines({ ...(await administratorDependenciesOf(scope)), makePassword });
      const { machine, password } = await machines.create(body);
      const resource = presentMachine(machine);
      return { body: { ...resource, password }, location: resource.href };
    },

    revokeMachineAccount: async ({ scope, params }) => {
      await new Machines({ ...(await administratorDependenciesOf(scope)), makePassword }).revoke(params.id);
      return { body: undefined };
    },

    listCarrierPerson: async ({ query: { role = carrierRoles, cursor } }) => {
      const { people, next } = await listCarrierPeople(accounts, role, cursor);
      const isOnlyPage = next === undefined && cursor === undefined;
      return { body: people, next, total: isOnlyPage ? people.length : undefined };
    },

    listActivity: async ({ scope, query }) => {
      const { store } = dependenciesOf(scope);
      const { entities, next, total } = await store.activities(query);
      const people = await store.people(namesOf(entities));
      return { body: entities.map((stored) => presentActivity(stored, people)), next, total };
    },
  };
}
