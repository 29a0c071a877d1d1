import { operatorIdTaken } from '../../shared/operator/operator-id.ts';
import type { PortfolioScope } from '../../shared/auth/scope.ts';
import type { CarrierActor } from '../../shared/history/actor.ts';
import type { Cause } from '../../shared/history/history-item.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { writeApplication } from '../../shared/application/write-application.ts';
import { operatorClaimItem, operatorClaimKey } from '../../shared/operator/operator-claim.ts';
import { changeOfDetails, operatorHistory, registration } from '../../shared/operator/operator-history.ts';
import { operatorKey } from '../../shared/operator/operator-key.ts';
import { operatorItem, operatorRecordSchema } from '../../shared/operator/operator-record.ts';
import { replaceOperator } from '../../shared/operator/operator-write.ts';
import { changePortfolio, portfolioKey } from '../../shared/operator/portfolio-record.ts';
import { taxpayerItem, taxpayerKey, taxpayerLookupSchema } from '../../shared/operator/taxpayer-lookup.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { Table, WriteAction } from '../../shared/table/table.ts';
import { insert } from '../../shared/table/write-actions.ts';
import { stepActions } from './event-actions.ts';
import type { KnownOperator, NewOperator, OperatorAddition } from './operator.ts';
import { additionTo } from './references.ts';
import type { Step } from './step.ts';

/** Reads and writes applications, operators and portfolios for an approval. */
export class ApprovalStore {
  readonly #table: Table;
  readonly #scope: PortfolioScope;

  constructor(table: Table, scope: PortfolioScope) {
    this.#table = table;
    this.#scope = scope;
  }

  /** Loads the operator with this ИНН, and which of the ids are taken. */
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
   * Starts an approval, which cannot be undone. Reserves a new operator's id and ИНН.
   *
   * @throws CabinetError `alreadyExists` if the id is taken, `concurrentChange`
   */
  async start(
    before: ApplicationRecord,
    step: Step,
    taxpayerNumber: string,
    cause: Cause<CarrierActor>,
  ): Promise<void> {
    const { id, approval } = step.after;
    const claims =
      approval === undefined || approval.existing ? [] : this.#claim(id, approval.operatorId, taxpayerNumber);
    await this.#table.write([...this.#save(before, step, cause), ...claims]);
  }

  /** Saves the progress of an approval. @throws CabinetError `concurrentChange` */
  async saveProgress(before: ApplicationRecord, after: ApplicationRecord): Promise<void> {
    await this.#table.write(writeApplication(this.#application(after.id), before, after));
  }

  /**
   * Completes an approval: adds a new operator to its manager's portfolio, or the references to an existing operator.
   *
   * @throws CabinetError `concurrentChange`, also if the operator or the portfolio was changed
   */
  async complete(
    before: ApplicationRecord,
    step: Step,
    operator: NewOperator | OperatorAddition,
    cause: Cause<CarrierActor>,
  ): Promise<void> {
    const ofOperator =
      'record' in operator
        ? await this.#register(step.after.id, operator, cause)
        : await this.#extend(operator, cause);
    await this.#table.write([...this.#save(before, step, cause), ...ofOperator]);
  }

  #save(before: ApplicationRecord, step: Step, cause: Cause<CarrierActor>): readonly WriteAction[] {
    return stepActions(this.#application(step.after.id), before, step, cause);
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
    cause: Cause<CarrierActor>,
  ): Promise<readonly WriteAction[]> {
    const partition = this.#operator(operatorId);
    const { managerSub } = record;
    return [
      insert(operatorKey(partition), operatorItem(operatorId, record)),
      operatorHistory(partition).append(record, cause, registration(record)),
      { remove: operatorClaimKey(partition), expect: { attributes: { applicationId } } },
      ...(managerSub === undefined ? [] : [await this.#assign(managerSub, operatorId)]),
    ];
  }

  /** Adds references to an operator's record; nothing if it has all of them. */
  async #extend(
    { operatorId, references }: OperatorAddition,
    cause: Cause<CarrierActor>,
  ): Promise<readonly WriteAction[]> {
    if (Object.values(references).every((id) => id === undefined)) return [];
    const partition = this.#operator(operatorId);
    const item = await this.#table.get(operatorKey(partition));
    if (item === undefined) throw new Error('The existing operator is missing');
    const record = operatorRecordSchema.parse(item);
    const change = additionTo(record, references);
    if (change === undefined) return [];
    const { next, action } = replaceOperator({ operatorId, partition }, record, change);
    return [action, operatorHistory(partition).append(next, cause, changeOfDetails(record, next))];
  }

  /** Adds an operator to the manager's portfolio. */
  async #assign(managerSub: string, operatorId: string): Promise<WriteAction> {
    const partition = Partition.ofPortfolio(this.#scope, managerSub);
    const found = await this.#table.get(portfolioKey(partition));
    const add = (operatorIds: readonly string[]) => [...operatorIds, operatorId];
    return changePortfolio(partition, found, add);
  }

  #operator(operatorId: string): Partition {
    return Partition.ofApplicantsOperator(this.#scope, operatorId);
  }

  #application(id: string): Partition {
    return Partition.ofApplication(this.#scope, id);
  }
}
