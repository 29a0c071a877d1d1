import { changePortfolio, portfolioKey } from '../../shared/operator/portfolio-record.ts';
import type { CarrierScope } from '../../shared/auth/scope.ts';
import { CabinetError } from '../../shared/errors.ts';
import {
  administratorOf,
  type OperatorEvent,
  operatorHistory,
} from '../../shared/operator/operator-history.ts';
import { operatorKey } from '../../shared/operator/operator-key.ts';
import { type OperatorRecord, operatorRecordSchema } from '../../shared/operator/operator-record.ts';
import type { OperatorStatus } from '../../shared/operator/operator-status.ts';
import { replaceOperator } from '../../shared/operator/operator-write.ts';
import type { ListPage, Paging } from '../../shared/table/page.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { Table, WriteAction } from '../../shared/table/table.ts';
import { confirmManager, type ManagerAccounts } from './managers.ts';
import { queueMoves } from './queue-moves.ts';

/** Open requests that one call moves to another queue, well below the limit of a transaction. */
const maxMoves = 50;
/**
 * How long after a reassignment functions may still submit requests with the previous manager, in milliseconds: twice
 * the lifetime of their cache.
 */
const settlingMilliseconds = 120_000;

const statusesFrom: Readonly<Record<OperatorStatus, readonly OperatorStatus[]>> = {
  active: ['suspended', 'closed'],
  suspended: ['active', 'closed'],
  closed: ['active'],
};

interface Dependencies {
  readonly table: Table;
  readonly scope: CarrierScope;
  readonly clock: () => Date;
  readonly requestId: string;
  readonly managers: ManagerAccounts;
}

/** Administers one operator: its status and its account manager. */
export class OperatorAdministration {
  readonly #table: Table;
  readonly #scope: CarrierScope;
  readonly #clock: () => Date;
  readonly #requestId: string;
  readonly #managers: ManagerAccounts;
  readonly #operatorId: string;
  readonly #partition: Partition;

  constructor({ table, scope, clock, requestId, managers }: Dependencies, operatorId: string) {
    this.#table = table;
    this.#scope = scope;
    this.#clock = clock;
    this.#requestId = requestId;
    this.#managers = managers;
    this.#operatorId = operatorId;
    this.#partition = Partition.ofAdministeredOperator(scope, operatorId);
  }

  /** @throws CabinetError `notFound` */
  async read(): Promise<OperatorRecord> {
    const item = await this.#table.get(operatorKey(this.#partition));
    if (item === undefined) throw new CabinetError('notFound');
    return operatorRecordSchema.parse(item);
  }

  /**
   * Suspends, resumes, closes or reopens the operator.
   *
   * @throws CabinetError `transitionForbidden` with the allowed statuses; `concurrentChange`
   */
  async transition(status: OperatorStatus, reason: string): Promise<OperatorRecord> {
    const record = await this.read();
    const allowed = statusesFrom[record.status];
    if (!allowed.includes(status)) throw new CabinetError('transitionForbidden', { allowed });
    const { next, action } = replaceOperator(this.#place, record, { status });
    await this.#table.write([
      action,
      this.#event(next, {
        kind: 'status',
        change: [{ field: 'status', before: record.status, after: status }],
        reason,
      }),
    ]);
    return next;
  }

  /**
   * Assigns the operator to an account manager: updates the record and both portfolios in one transaction, then moves
   * up to `maxMoves` open requests to the new queue. Repeat until `isComplete`; every call checks the manager again.
   *
   * @throws CabinetError `notFound`, `concurrentChange`; `invalidRequest` unless the account is a manager's and enabled
   */
  async assign(managerSub: string): Promise<{ moved: number; isComplete: boolean }> {
    const record = await this.read();
    await confirmManager(this.#managers, managerSub);
    if (record.managerSub !== managerSub) await this.#reassign(record, managerSub);
    const { actions, more } = await queueMoves(
      this.#table,
      this.#partition,
      { operatorId: this.#operatorId, managerSub },
      maxMoves,
    );
    if (actions.length > 0) await this.#table.write(actions);
    const since = await this.#assignedAt();
    const isSettled = this.#clock().getTime() - since > settlingMilliseconds;
    return { moved: actions.length, isComplete: !more && isSettled };
  }

  history(paging: Paging): Promise<ListPage<OperatorEvent>> {
    return operatorHistory(this.#partition).page(this.#table, paging);
  }

  async #assignedAt(): Promise<number> {
    const { entities } = await this.history({ limit: 20, offset: 0 });
    const at = entities.find(({ kind }) => kind === 'manager')?.at;
    return at === undefined ? 0 : Date.parse(at);
  }

  async #reassign(record: OperatorRecord, managerSub: string): Promise<void> {
    const subs = [managerSub, ...(record.managerSub === undefined ? [] : [record.managerSub])];
    const partitions = subs.map((sub) => Partition.ofPortfolio(this.#scope, sub));
    const found = await this.#table.getMany(partitions.map(portfolioKey));
    const portfolios = partitions.map((partition, index) =>
      changePortfolio(partition, found[index], (operatorIds) => {
        const others = operatorIds.filter((id) => id !== this.#operatorId);
        return index === 0 ? [...others, this.#operatorId] : others;
      }),
    );
    const { next, action } = replaceOperator(this.#place, record, { managerSub });
    const change = [{ field: 'managerSub', before: record.managerSub, after: managerSub }];
    await this.#table.write([action, this.#event(next, { kind: 'manager', change }), ...portfolios]);
  }

  get #place() {
    return { operatorId: this.#operatorId, partition: this.#partition };
  }

  #event(next: OperatorRecord, event: Pick<OperatorEvent, 'kind' | 'change' | 'reason'>): WriteAction {
    const cause = {
      by: administratorOf(this.#scope),
      at: this.#clock().toISOString(),
      requestId: this.#requestId,
    };
    return operatorHistory(this.#partition).append(next, cause, { ...event, operatorName: next.name });
  }
}
