import type { Activity } from '../../shared/activity/activity-record.ts';
import { operatorGroupPrefix, type OperatorRole } from '../../shared/auth/roles.ts';
import type { OperatorScope } from '../../shared/auth/scope.ts';
import { CabinetError } from '../../shared/errors.ts';
import { operatorActor } from '../../shared/history/actor.ts';
import type { Account } from '../../shared/identity/user-pool.ts';
import { retryOnConflict } from '../../shared/table/retry-on-conflict.ts';
import { moscowDayOf } from '../../shared/time/moscow-day.ts';
import type { Accounts } from './accounts.ts';
import { countMail, uncountMail } from './invitation-limits.ts';
import { isMachineLogin } from './machine-record.ts';
import { haveSameRoles, rolesAt } from './membership.ts';
import type { PersonRecord } from './person-record.ts';
import type { PeopleStore } from './store.ts';

/** Pages of members that are searched for another administrator. */
const maxPages = 10;
/** How long the activity log can show a removed person's name, in seconds. */
const nameRetentionSeconds = 365 * 24 * 60 * 60;

/** A colleague, as read from the user pool and the table. */
export interface Colleague {
  readonly account: Account;
  readonly roles: readonly OperatorRole[];
  readonly record: PersonRecord | undefined;
  readonly guardVersion: number;
}

interface Dependencies {
  readonly accounts: Accounts;
  readonly store: PeopleStore;
  readonly scope: OperatorScope;
  readonly clock: () => Date;
}

/**
 * Changes an operator's people. Every change is saved with its activity before the user pool is called, and marked as
 * done afterwards; repeating an interrupted change completes it.
 */
export class Colleagues {
  readonly #accounts: Accounts;
  readonly #store: PeopleStore;
  readonly #scope: OperatorScope;
  readonly #clock: () => Date;

  constructor({ accounts, store, scope, clock }: Dependencies) {
    this.#accounts = accounts;
    this.#store = store;
    this.#scope = scope;
    this.#clock = clock;
  }

  /** @throws CabinetError `notFound` unless the person belongs to this operator alone */
  async find(sub: string): Promise<Colleague> {
    const [known, own] = await Promise.all([this.#store.person(sub), this.#ownAccount(sub)]);
    if (own === undefined) throw new CabinetError('notFound');
    return { ...own, ...known };
  }

  /**
   * Changes roles, disables or enables.
   *
   * @throws CabinetError `notFound`, `lastAdministrator`, `concurrentChange`
   */
  async change(
    colleague: Colleague,
    wanted: { readonly roles: readonly OperatorRole[]; readonly enabled: boolean },
  ): Promise<Colleague> {
    const { account, roles, record, guardVersion } = colleague;
    const activities = this.#changesOf(colleague, wanted);
    if (activities.length === 0 && record?.pending === undefined) return colleague;

    const isRepetition = record?.pending === 'change' && isSame(record, wanted);
    const losesAdministrator =
      isAdministrator(account, roles) && !(wanted.enabled && wanted.roles.includes('administrator'));
    if (losesAdministrator) await this.#expectAnotherAdministrator(account.sub);
    const started = isRepetition ? record : this.#recordOf(colleague, { ...wanted, pending: 'change' });
    if (!isRepetition)
      await this.#store.save({
        person: { sub: account.sub, record: started },
        activities,
        ...(losesAdministrator ? { guardVersion } : {}),
      });

    for (const role of wanted.roles.filter((role) => !roles.includes(role)))
      await this.#accounts.addToGroup(account.sub, role);
    for (const role of roles.filter((role) => !wanted.roles.includes(role)))
      await this.#accounts.removeFromGroup(account.sub, role);
    if (account.enabled !== wanted.enabled) await this.#accounts.setEnabled(account.sub, wanted.enabled);
    if (!wanted.enabled) await this.#accounts.signOut(account.sub);

    const finished = finish(started);
    await this.#store.save({ person: { sub: account.sub, record: finished } });
    return {
      ...colleague,
      account: { ...account, enabled: wanted.enabled },
      roles: wanted.roles,
      record: finished,
    };
  }

  /**
   * Deletes an account. Completing an interrupted removal leaves an account alone that is no longer this operator's.
   *
   * @throws CabinetError `notFound`, `lastAdministrator`, `concurrentChange`
   */
  async remove(sub: string): Promise<void> {
    const { record } = await this.#store.person(sub);
    let isOwn = true;
    if (record?.removedAt === undefined) {
      const colleague = await this.find(sub);
      const { account, roles, guardVersion } = colleague;
      const losesAdministrator = isAdministrator(account, roles);
      if (losesAdministrator) await this.#expectAnotherAdministrator(sub);
      await this.#store.save({
        person: { sub, record: this.#recordOf(colleague, { roles, enabled: false, pending: 'removal' }) },
        activities: [this.#activity('removed', sub)],
        ...(losesAdministrator ? { guardVersion } : {}),
      });
    } else if (record.pending === undefined) throw new CabinetError('notFound');
    // Since the interruption, the carrier may have moved the account to another operator, or to its own groups.
    else isOwn = (await this.#ownAccount(sub)) !== undefined;

    if (isOwn) {
      await this.#accounts.signOut(sub);
      await this.#accounts.deleteAccount(sub);
    }
    const { record: started } = await this.#store.person(sub);
    if (started?.pending !== undefined) await this.#store.save({ person: { sub, record: finish(started) } });
  }

  /**
   * Resends the invitation with a new temporary password.
   *
   * @throws CabinetError `notFound`, `changeForbidden` if the person has already signed in, `tooManyInvitations`
   */
  async inviteAgain(sub: string): Promise<Omit<Colleague, 'guardVersion'>> {
    const own = await this.#ownAccount(sub);
    if (own === undefined) throw new CabinetError('notFound');
    const { account } = own;
    const refusal = new CabinetError('changeForbidden', {
      message: {
        ru: 'Этот человек уже входил в кабинет: пароль он восстановит сам',
        en: 'This person has already signed in and can reset the password themselves',
      },
    });
    if (account.confirmed) throw refusal;
    const { invitation, record } = await retryOnConflict(async () => {
      const now = this.#clock();
      const found = await this.#store.invitation(account.email, moscowDayOf(now), sub);
      const counted = countMail(account.email, found, now);
      await this.#store.save({ ...counted, activities: [this.#activity('invitedAgain', sub)] });
      return { ...counted, record: found.record };
    });
    const isSent = await this.#accounts.resendInvitation(account.sub).catch(async (error: unknown) => {
      // The user pool answered with a refusal, so nothing was sent. Without an answer, a mail may have been.
      if (error instanceof CabinetError) await this.#store.save({ invitation: uncountMail(invitation) });
      throw error;
    });
    if (!isSent) throw refusal;
    return { ...own, record };
  }

  /** Adds an account to the groups of its roles, and to the operator's group last: until then it has no access. */
  async admit(sub: string, roles: readonly OperatorRole[]): Promise<void> {
    for (const group of [...roles, operatorGroupPrefix + this.#scope.operatorId])
      await this.#accounts.addToGroup(sub, group);
  }

  /** A person's account and roles; undefined unless it belongs to this operator alone. */
  async #ownAccount(sub: string): Promise<Pick<Colleague, 'account' | 'roles'> | undefined> {
    const [account, groups] = await Promise.all([
      this.#accounts.readAccount(sub),
      this.#accounts.groupsOf(sub),
    ]);
    const roles = rolesAt(this.#scope.operatorId, groups);
    return account === undefined || roles === undefined || isMachineLogin(account.email)
      ? undefined
      : { account, roles };
  }

  #changesOf(
    { account, roles, record }: Colleague,
    wanted: { roles: readonly OperatorRole[]; enabled: boolean },
  ) {
    // Replacing another change that was interrupted is a change, too, even if the user pool has not seen that one.
    const replacesPending = record?.pending === 'change' && !isSame(record, wanted);
    const activities: Activity[] = [];
    if (replacesPending || !haveSameRoles(roles, wanted.roles))
      activities.push(this.#activity('rolesChanged', account.sub, wanted.roles.join(', ')));
    if (account.enabled !== wanted.enabled)
      activities.push(this.#activity(wanted.enabled ? 'enabled' : 'disabled', account.sub));
    return activities;
  }

  #activity(action: Activity['action'], sub: string, detail?: string): Activity {
    return {
      schemaVersion: 1,
      at: this.#clock().toISOString(),
      by: operatorActor(this.#scope, 'administrator'),
      action,
      subject: { type: 'person', id: sub },
      ...(detail === undefined ? {} : { detail }),
    };
  }

  #recordOf(
    { account, record }: Colleague,
    {
      roles,
      enabled,
      pending,
    }: Required<Pick<PersonRecord, 'enabled' | 'pending'>> & { roles: readonly OperatorRole[] },
  ): PersonRecord {
    const now = this.#clock();
    return {
      schemaVersion: 1,
      version: (record?.version ?? 0) + 1,
      email: account.email,
      ...(account.name === undefined ? {} : { name: account.name }),
      roles: [...roles],
      enabled,
      pending,
      ...(pending === 'removal'
        ? {
            removedAt: now.toISOString(),
            expiresAtSeconds: Math.floor(now.getTime() / 1000) + nameRetentionSeconds,
          }
        : {}),
    };
  }

  async #expectAnotherAdministrator(sub: string): Promise<void> {
    const group = operatorGroupPrefix + this.#scope.operatorId;
    let cursor: string | undefined;
    for (let page = 0; page < maxPages; page += 1) {
      const { accounts, next } = await this.#accounts.listMembers(group, cursor);
      const others = accounts.filter(
        (account) =>
          account.sub !== sub && account.enabled && account.confirmed && !isMachineLogin(account.email),
      );
      const records = await this.#store.people(others.map((account) => account.sub));
      const isRecorded = (account: Account) =>
        records.get(account.sub)?.roles.includes('administrator') === true;
      // An administrator whose removal or demotion has started does not count.
      const candidates = others.filter(
        (account) => records.get(account.sub)?.pending === undefined || isRecorded(account),
      );
      for (const account of candidates.toSorted(
        (left, right) => Number(isRecorded(right)) - Number(isRecorded(left)),
      )) {
        const isLeaving =
          records.get(account.sub)?.enabled === false && records.get(account.sub)?.pending !== undefined;
        const roles = isLeaving
          ? []
          : rolesAt(this.#scope.operatorId, await this.#accounts.groupsOf(account.sub));
        if (roles?.includes('administrator') === true) return;
      }
      if (next === undefined) break;
      cursor = next;
    }
    throw new CabinetError('lastAdministrator');
  }
}

function isAdministrator(account: Account, roles: readonly OperatorRole[]): boolean {
  return account.enabled && roles.includes('administrator');
}

function isSame(record: PersonRecord, wanted: { roles: readonly OperatorRole[]; enabled: boolean }): boolean {
  return record.enabled === wanted.enabled && haveSameRoles(record.roles, wanted.roles);
}

/** The record without its pending change. */
function finish(record: PersonRecord): PersonRecord {
  const finished = { ...record, version: record.version + 1 };
  delete finished.pending;
  return finished;
}
