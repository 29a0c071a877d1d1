import type { Activity } from '../../shared/activity/activity-record.ts';
import { operatorGroupPrefix } from '../../shared/auth/roles.ts';
import type { OperatorScope } from '../../shared/auth/scope.ts';
import { CabinetError } from '../../shared/errors.ts';
import { operatorActor } from '../../shared/history/actor.ts';
import { formatEntityId, parseEntityId } from '../../shared/table/entity-id.ts';
import type { Ids } from '../../shared/table/ids.ts';
import type { Accounts } from './accounts.ts';
import { machineLogin, type MachineRecord } from './machine-record.ts';
import type { PeopleStore } from './store.ts';

interface Dependencies {
  readonly accounts: Accounts;
  readonly store: PeopleStore;
  readonly scope: OperatorScope;
  readonly clock: () => Date;
  readonly ids: Ids;
  readonly makePassword: () => string;
}

/** Creates and revokes the accounts of an operator's own systems. */
export class Machines {
  readonly #dependencies: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * Creates an account. An interruption leaves an account without access and a record in state `creating`, to be
   * revoked. A repetition creates another account, since the password of the first is lost.
   */
  async create({ name, roles }: Pick<MachineRecord, 'name' | 'roles'>) {
    const { accounts, store, scope, clock, ids, makePassword } = this.#dependencies;
    const ulid = ids();
    const { operatorId } = scope;
    const started: MachineRecord = {
      schemaVersion: 1,
      version: 1,
      operatorId,
      ulid,
      login: machineLogin(operatorId, ulid),
      name,
      roles: [...new Set(roles)],
      state: 'creating',
      createdAt: clock().toISOString(),
    };
    await store.save({ machine: started, activities: [this.#activity('created', started)] });

    const creation = await accounts.createAccount({
      email: started.login,
      name,
      marker: markerOf(started),
      invite: false,
    });
    if (creation.outcome !== 'created') throw new CabinetError('alreadyExists');
    const { account } = creation;
    const password = makePassword();
    await accounts.setPassword(account.sub, password);
    for (const group of [...started.roles, operatorGroupPrefix + operatorId])
      await accounts.addToGroup(account.sub, group);

    const machine: MachineRecord = { ...started, version: 2, state: 'active' };
    await store.save({ machine, machineSub: account.sub });
    return { machine, password };
  }

  /**
   * Revokes an account: its password and refresh tokens stop working at once, an access token when its 15 minutes
   * expire. Can be repeated.
   *
   * @throws CabinetError `notFound`
   */
  async revoke(id: string): Promise<void> {
    const { accounts, store, scope, clock } = this.#dependencies;
    const { operatorId, ulid } = parseEntityId(id);
    if (operatorId !== scope.operatorId) throw new CabinetError('notFound');
    const machine = await store.machine(ulid);
    if (machine.state !== 'revoked') {
      const revokedAt = clock().toISOString();
      await store.save({
        machine: { ...machine, version: machine.version + 1, state: 'revoked', revokedAt },
        activities: [this.#activity('revoked', machine)],
      });
    }
    const account = await accounts.readAccount(machine.login);
    if (account?.marker !== markerOf(machine)) return;
    await accounts.setEnabled(account.sub, false);
    await accounts.signOut(account.sub);
  }

  #activity(action: Activity['action'], machine: MachineRecord): Activity {
    const { scope, clock } = this.#dependencies;
    return {
      schemaVersion: 1,
      at: clock().toISOString(),
      by: operatorActor(scope, 'administrator'),
      action,
      subject: { type: 'machineAccount', id: formatEntityId(machine) },
      detail: machine.name,
    };
  }
}

function markerOf({ ulid }: MachineRecord): string {
  return `machine-${ulid}`;
}
