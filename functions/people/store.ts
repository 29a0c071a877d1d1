import * as z from 'zod';
import {
  type Activity,
  activityAction,
  activityPrefix,
  activitySchema,
} from '../../shared/activity/activity-record.ts';
import type { OperatorScope } from '../../shared/auth/scope.ts';
import { CabinetError } from '../../shared/errors.ts';
import type { OperatorActor } from '../../shared/history/actor.ts';
import type { Cause } from '../../shared/history/history-item.ts';
import { acceptanceHistory, type AcceptanceHappening } from '../../shared/rules/acceptance-history.ts';
import { acceptanceRecordSchema, acceptanceSortKey } from '../../shared/rules/acceptance-record.ts';
import { tableDefinition } from '../../shared/table/definition.ts';
import type { Ids } from '../../shared/table/ids.ts';
import { beginningWith, type ListPage, type Paging, readPage } from '../../shared/table/page.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import type { ItemKey, Table, WriteAction } from '../../shared/table/table.ts';
import { insert, putVersion } from '../../shared/table/write-actions.ts';
import { endOfDay, type MoscowDay } from '../../shared/time/moscow-day.ts';
import {
  invitationKey,
  type InvitationRecord,
  invitationRecordSchema,
  mailCountKey,
  mailCountSchema,
} from './invitation-record.ts';
import { machineKey, machinePrefix, type MachineRecord, machineRecordSchema } from './machine-record.ts';
import { guardKey, guardSchema, personKey, type PersonRecord, personRecordSchema } from './person-record.ts';

/** An activity with its id. */
export interface StoredActivity {
  readonly ulid: string;
  readonly activity: Activity;
}

/** What one step of a change saves. */
export interface Step {
  readonly person?: { readonly sub: string; readonly record: PersonRecord };
  readonly machine?: MachineRecord;
  readonly invitation?: InvitationRecord;
  /** A mail of an invitation, and how many the operator has already sent on that day. */
  readonly mail?: { readonly day: MoscowDay; readonly before: number };
  readonly activities?: readonly Activity[];
  /** Version of the administrators' guard that was read, if the step removes an administrator. */
  readonly guardVersion?: number;
  readonly acceptance?: {
    readonly record: z.infer<typeof acceptanceRecordSchema>;
    readonly cause: Cause<OperatorActor>;
    readonly happening: AcceptanceHappening;
  };
  /** Subject of a machine account whose creator accepts the rules for it. */
  readonly machineSub?: string;
}

const daySeconds = 24 * 60 * 60;

/** The people, machine accounts and activities of the user's own operator. */
export class PeopleStore {
  readonly #table: Table;
  readonly #partition: Partition;
  readonly #own: Partition;
  readonly #ids: Ids;

  constructor(table: Table, scope: OperatorScope, ids: Ids) {
    this.#table = table;
    this.#partition = Partition.ofOperator(scope, scope.operatorId);
    this.#own = Partition.ofUser(scope);
    this.#ids = ids;
  }

  /** A person's record, and the version of the administrators' guard. */
  async person(sub: string): Promise<{ record: PersonRecord | undefined; guardVersion: number }> {
    const [record, guard] = await this.#table.getMany([
      personKey(this.#partition, sub),
      guardKey(this.#partition),
    ]);
    return {
      record: record === undefined ? undefined : personRecordSchema.parse(record),
      guardVersion: guard === undefined ? 0 : guardSchema.parse(guard).version,
    };
  }

  /** Records of people by subject. */
  async people(subs: readonly string[]): Promise<ReadonlyMap<string, PersonRecord>> {
    if (subs.length === 0) return new Map();
    const items = await this.#table.getMany(subs.map((sub) => personKey(this.#partition, sub)));
    return new Map(
      subs.flatMap((sub, index) => {
        const item = items[index];
        return item === undefined ? [] : [[sub, personRecordSchema.parse(item)] as const];
      }),
    );
  }

  /** The invitation of an address, the number of mails on a day, and the person's record, if there is one. */
  async invitation(email: string, day: MoscowDay, sub?: string) {
    const [item, count, record] = await this.#table.getMany([
      invitationKey(this.#partition, email),
      mailCountKey(this.#partition, day),
      ...(sub === undefined ? [] : [personKey(this.#partition, sub)]),
    ]);
    return {
      known: item === undefined ? undefined : invitationRecordSchema.parse(item),
      mail: { day, before: count === undefined ? 0 : mailCountSchema.parse(count).version },
      record: record === undefined ? undefined : personRecordSchema.parse(record),
    };
  }

  /** @throws CabinetError `notFound` */
  async machine(ulid: string): Promise<MachineRecord> {
    const item = await this.#table.get(machineKey(this.#partition, ulid));
    if (item === undefined) throw new CabinetError('notFound');
    return machineRecordSchema.parse(item);
  }

  machines(paging: Paging): Promise<ListPage<MachineRecord>> {
    const parse = (item: StoredItem) => machineRecordSchema.parse(item);
    const list = { partition: this.#partition, ...beginningWith(machinePrefix), newestFirst: true, parse };
    return readPage(this.#table, list, paging);
  }

  activities(paging: Paging): Promise<ListPage<StoredActivity>> {
    const parse = (item: StoredItem) => ({
      ulid: z.string().parse(item[tableDefinition.sortKey]).slice(activityPrefix.length),
      activity: activitySchema.parse(item),
    });
    const list = { partition: this.#partition, ...beginningWith(activityPrefix), newestFirst: true, parse };
    return readPage(this.#table, list, paging);
  }

  /** The user's last acceptance of the rules, and the user's record. */
  async ownAcceptance() {
    const [acceptance, record] = await this.#table.getMany([
      acceptanceKey(this.#own),
      personKey(this.#partition, this.#sub),
    ]);
    return {
      acceptance: acceptanceRecordSchema.safeParse(acceptance).data,
      record: record === undefined ? undefined : personRecordSchema.parse(record),
    };
  }

  /** Saves a step of a change in one transaction. */
  async save(step: Step): Promise<void> {
    await this.#table.write(this.actionsOf(step));
  }

  /** The writes of a step, for callers that add their own. */
  actionsOf({
    person,
    machine,
    invitation,
    mail,
    activities = [],
    guardVersion,
    acceptance,
    machineSub,
  }: Step): WriteAction[] {
    const partition = this.#partition;
    const actions: WriteAction[] = activities.map((activity) =>
      activityAction(partition, this.#ids(), activity),
    );
    if (person !== undefined) actions.push(putVersion(personKey(partition, person.sub), person.record));
    if (machine !== undefined) actions.push(putVersion(machineKey(partition, machine.ulid), machine));
    if (invitation !== undefined)
      actions.push(putVersion(invitationKey(partition, invitation.email), invitation));
    if (mail !== undefined) {
      // Stored until a day after the counted one.
      const expiresAtSeconds = Math.floor(endOfDay(mail.day).getTime() / 1000) + daySeconds;
      const count = { schemaVersion: 1, version: mail.before + 1, expiresAtSeconds };
      actions.push(putVersion(mailCountKey(partition, mail.day), count));
    }
    if (guardVersion !== undefined)
      actions.push(putVersion(guardKey(partition), { schemaVersion: 1, version: guardVersion + 1 }));
    if (acceptance !== undefined) {
      const { record, cause, happening } = acceptance;
      actions.push(
        putVersion(acceptanceKey(this.#own), record),
        acceptanceHistory(this.#own).append(record, cause, happening),
      );
    }
    if (machineSub !== undefined) {
      const own = Partition.ofTokenOwner(machineSub);
      actions.push(insert(acceptanceKey(own), { schemaVersion: 1, machine: true, version: 1 }));
    }
    return actions;
  }

  get #sub(): string {
    return this.#own.key.slice('USER#'.length);
  }
}

function acceptanceKey(own: Partition): ItemKey {
  return { partition: own, sortKey: acceptanceSortKey };
}
