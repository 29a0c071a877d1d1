import { operatorIdTaken } from '../../shared/operator/operator-id.ts';
import * as z from 'zod';
import { portfolioSortKey } from '../../shared/auth/access.ts';
import type { PortfolioScope } from '../../shared/auth/scope.ts';
import { applicationEventItem, applicationEventKey } from '../../shared/application/application-event.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { writeApplication } from '../../shared/application/write-application.ts';
import { CabinetError } from '../../shared/errors.ts';
import { operatorClaimItem, operatorClaimKey } from '../../shared/operator/operator-claim.ts';
import { operatorItem, operatorKey, operatorRecordSchema } from '../../shared/operator/operator-record.ts';
import { taxpayerItem, taxpayerKey, taxpayerLookupSchema } from '../../shared/operator/taxpayer-lookup.ts';
import type { Ids } from '../../shared/table/ids.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { ItemKey, Table, WriteAction } from '../../shared/table/table.ts';
import type { KnownOperator, NewOperator } from './operator.ts';
import type { Step } from './step.ts';

/** The portfolio changed between its reading and its writing: it can be read and written again. */
export class PortfolioMoved extends CabinetError {
  constructor() {
    super('concurrentChange');
  }
}

const portfolioSchema = z.looseObject({
  operatorIds: z.array(z.string()).default([]),
  version: z.int().optional(),
});

/** What an approval reads and writes beside the application: operators, and who serves them. */
export class ApprovalStore {
  readonly #table: Table;
  readonly #scope: PortfolioScope;
  readonly #ids: Ids;

  constructor(table: Table, scope: PortfolioScope, ids: Ids) {
    this.#table = table;
    this.#scope = scope;
    this.#ids = ids;
  }

  /** What is known of the operator with this ИНН, and which of the ids are taken. */
  async know(taxpayerNumber: string, operatorIds: readonly string[]): Promise<KnownOperator> {
    const keys = operatorIds.map((id) => {
      const partition = this.#operator(id);
      return [operatorKey(partition), operatorClaimKey(partition)] as const;
    });
    const [lookup, ...found] = await this.#table.getMany([taxpayerKey(taxpayerNumber), ...keys.flat()]);
    const takenIds = new Set(
      operatorIds.filter((_, index) =>
        found.slice(2 * index, 2 * index + 2).some((item) => item !== undefined),
      ),
    );
    if (lookup === undefined) return { existing: undefined, takenIds };
    const { operatorId } = taxpayerLookupSchema.parse(lookup);
    const item = await this.#table.get(operatorKey(this.#operator(operatorId)));
    return { existing: { operatorId, record: operatorRecordSchema.optional().parse(item) }, takenIds };
  }

  /**
   * Begins an approval, which only goes forward from here on. A new operator's id and ИНН are spoken for with it.
   *
   * @throws CabinetError `alreadyExists` where the id is taken, `concurrentChange`
   */
  async begin(before: ApplicationRecord, step: Step, taxpayerNumber: string): Promise<void> {
    const { id, approval } = step.after;
    const claims =
      approval === undefined || approval.existing ? [] : this.#claim(id, approval.operatorId, taxpayerNumber);
    await this.#table.write([...this.#keep(before, step), ...claims]);
  }

  /** Keeps how far an approval got. @throws CabinetError `concurrentChange` */
  async pause(before: ApplicationRecord, after: ApplicationRecord): Promise<void> {
    await this.#table.write(writeApplication(this.#application(after.id), before, after));
  }

  /**
   * Ends an approval: with it a new operator is there, in its manager's portfolio.
   *
   * @throws PortfolioMoved; CabinetError `concurrentChange`
   */
  async end(before: ApplicationRecord, step: Step, operator: NewOperator | undefined): Promise<void> {
    const registration = operator === undefined ? [] : await this.#register(step.after.id, operator);
    await this.#table.write([...this.#keep(before, step), ...registration]);
  }

  #keep(before: ApplicationRecord, { after, event }: Step): readonly WriteAction[] {
    const partition = this.#application(after.id);
    const ulid = this.#ids();
    return [
      ...writeApplication(partition, before, after),
      {
        put: applicationEventKey(partition, ulid),
        item: applicationEventItem(after.id, ulid, event),
        expect: 'absent',
        refusal: new CabinetError('concurrentChange'),
      },
    ];
  }

  #claim(applicationId: string, operatorId: string, taxpayerNumber: string): readonly WriteAction[] {
    const partition = this.#operator(operatorId);
    const refusal = operatorIdTaken();
    return [
      {
        put: taxpayerKey(taxpayerNumber),
        item: taxpayerItem(operatorId),
        expect: 'absent',
        refusal: new CabinetError('concurrentChange'),
      },
      { check: operatorKey(partition), expect: 'absent', refusal },
      {
        put: operatorClaimKey(partition),
        item: operatorClaimItem(applicationId),
        expect: 'absent',
        refusal,
      },
    ];
  }

  async #register(
    applicationId: string,
    { operatorId, record }: NewOperator,
  ): Promise<readonly WriteAction[]> {
    const partition = this.#operator(operatorId);
    const refusal = new CabinetError('concurrentChange');
    const { managerSub } = record;
    return [
      { put: operatorKey(partition), item: operatorItem(operatorId, record), expect: 'absent', refusal },
      { remove: operatorClaimKey(partition), expect: { attributes: { applicationId } }, refusal },
      ...(managerSub === undefined ? [] : [await this.#assign(managerSub, operatorId)]),
    ];
  }

  /** The manager's portfolio with the operator in it; whatever else stands there stays. */
  async #assign(managerSub: string, operatorId: string): Promise<WriteAction> {
    const key = this.#portfolioKey(managerSub);
    const item = await this.#table.get(key);
    const { operatorIds, version } = portfolioSchema.parse(item ?? {});
    return {
      put: key,
      item: {
        schemaVersion: 1,
        ...item,
        ...(version === undefined ? {} : { version: version + 1 }),
        operatorIds: [...operatorIds, operatorId],
      },
      expect: item === undefined ? 'absent' : { attributes: { operatorIds } },
      refusal: new PortfolioMoved(),
    };
  }

  #portfolioKey(managerSub: string): ItemKey {
    return { partition: Partition.ofPortfolio(this.#scope, managerSub), sortKey: portfolioSortKey };
  }

  #operator(operatorId: string): Partition {
    return Partition.ofApplicantsOperator(this.#scope, operatorId);
  }

  #application(id: string): Partition {
    return Partition.ofApplication(this.#scope, id);
  }
}
