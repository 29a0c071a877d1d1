import { operatorIdTaken } from '../../shared/operator/operator-id.ts';
import type { PortfolioScope } from '../../shared/auth/scope.ts';
import { appendApplicationEvent } from '../../shared/application/application-history.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { writeApplication } from '../../shared/application/write-application.ts';
import { CabinetError } from '../../shared/errors.ts';
import { operatorClaimItem, operatorClaimKey } from '../../shared/operator/operator-claim.ts';
import { operatorHistory } from '../../shared/operator/operator-history.ts';
import { operatorKey } from '../../shared/operator/operator-key.ts';
import { operatorItem, operatorRecordSchema } from '../../shared/operator/operator-record.ts';
import { replaceOperator } from '../../shared/operator/operator-write.ts';
import { changePortfolio, portfolioKey } from '../../shared/operator/portfolio-record.ts';
import { taxpayerItem, taxpayerKey, taxpayerLookupSchema } from '../../shared/operator/taxpayer-lookup.ts';
import type { Ids } from '../../shared/table/ids.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { Table, WriteAction } from '../../shared/table/table.ts';
import { insert } from '../../shared/table/write-actions.ts';
import type { KnownOperator, NewOperator, OperatorAddition } from './operator.ts';
import { additionTo } from './references.ts';
import type { Step } from './step.ts';

/** The portfolio or the operator changed between its reading and its writing: it can be read and written again. */
export class MovedMeanwhile extends CabinetError {
  constructor() {
    super('concurrentChange');
  }
}

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
  async loadOperator(taxpayerNumber: string, operatorIds: readonly string[]): Promise<KnownOperator> {
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
   * Ends an approval: with it a new operator is there, in its manager's portfolio, or one that was there has what it is
   * given.
   *
   * @throws MovedMeanwhile; CabinetError `concurrentChange`
   */
  async end(before: ApplicationRecord, step: Step, operator: NewOperator | OperatorAddition): Promise<void> {
    const ofOperator =
      'record' in operator
        ? await this.#register(step.after.id, operator)
        : await this.#extend(operator, step.event);
    await this.#table.write([...this.#keep(before, step), ...ofOperator]);
  }

  #keep(before: ApplicationRecord, { after, event }: Step): readonly WriteAction[] {
    const partition = this.#application(after.id);
    return [
      ...writeApplication(partition, before, after),
      appendApplicationEvent(partition, after.id, this.#ids(), event),
    ];
  }

  #claim(applicationId: string, operatorId: string, taxpayerNumber: string): readonly WriteAction[] {
    const partition = this.#operator(operatorId);
    const refusal = operatorIdTaken();
    return [
      insert(taxpayerKey(taxpayerNumber), taxpayerItem(operatorId)),
      { check: operatorKey(partition), expect: 'absent', refusal },
      insert(operatorClaimKey(partition), operatorClaimItem(applicationId), refusal),
    ];
  }

  async #register(
    applicationId: string,
    { operatorId, record }: NewOperator,
  ): Promise<readonly WriteAction[]> {
    const partition = this.#operator(operatorId);
    const { managerSub } = record;
    return [
      insert(operatorKey(partition), operatorItem(operatorId, record)),
      { remove: operatorClaimKey(partition), expect: { attributes: { applicationId } } },
      ...(managerSub === undefined ? [] : [await this.#assign(managerSub, operatorId)]),
    ];
  }

  /** The operator's record with what it is given, unless it has all of that. */
  async #extend(
    { operatorId, references }: OperatorAddition,
    { at }: Step['event'],
  ): Promise<readonly WriteAction[]> {
    if (Object.values(references).every((id) => id === undefined)) return [];
    const partition = this.#operator(operatorId);
    const item = await this.#table.get(operatorKey(partition));
    if (item === undefined) throw new Error('An operator that was there is there');
    const record = operatorRecordSchema.parse(item);
    const addition = additionTo(record, references);
    if (addition === undefined) return [];
    const { change, attributes } = addition;
    const { next, action } = replaceOperator({ operatorId, partition }, { item, record }, change);
    const event = {
      schemaVersion: 1,
      at,
      by: { side: 'carrier', role: 'manager', sub: this.#scope.sub },
      change: 'details',
      to: next.name,
      attribute: attributes,
    } as const;
    return [
      { ...action, refusal: new MovedMeanwhile() },
      operatorHistory(partition).append(this.#ids(), event),
    ];
  }

  /** The manager's portfolio, with the operator added. */
  async #assign(managerSub: string, operatorId: string): Promise<WriteAction> {
    const partition = Partition.ofPortfolio(this.#scope, managerSub);
    const found = await this.#table.get(portfolioKey(partition));
    const add = (operatorIds: readonly string[]) => [...operatorIds, operatorId];
    return changePortfolio(partition, found, add, new MovedMeanwhile());
  }

  #operator(operatorId: string): Partition {
    return Partition.ofApplicantsOperator(this.#scope, operatorId);
  }

  #application(id: string): Partition {
    return Partition.ofApplication(this.#scope, id);
  }
}
