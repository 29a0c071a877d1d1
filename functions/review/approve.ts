import type { ApplicationForm } from '../../shared/application/application-form.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { erasureAfter } from '../../shared/application/erasure.ts';
import { operatorGroupPrefix } from '../../shared/auth/roles.ts';
import { CabinetError } from '../../shared/errors.ts';
import type { CarrierActor } from '../../shared/history/actor.ts';
import type { Cause } from '../../shared/history/history-item.ts';
import { describeOperatorGroup, isGroupOf } from '../../shared/operator/operator-group.ts';
import { operatorIdTaken } from '../../shared/operator/operator-id.ts';
import { isConflict } from '../../shared/table/retry-on-conflict.ts';
import type { Text } from '../../shared/text.ts';
import type { Accounts } from './accounts.ts';
import type { ApprovalStore } from './approval-store.ts';
import { issueAccounts } from './issue-accounts.ts';
import type { KnownOperator, NewOperator, OperatorAddition } from './operator.ts';
import { firstFree, type ApprovalBlocker, approvalBlockersOf, proposalsFor, completeFormOf } from './plan.ts';
import { agreementOfForm, referenceTo } from './references.ts';
import { retryWhileUnchanged } from './retry-while-unchanged.ts';
import { requireTransition, stepTo } from './step.ts';

/** Time after which no further account is started, so that the response fits into the function's ten seconds. */
const accountsTimeoutSeconds = 6;

interface ApprovalRequest {
  readonly operatorId?: string | undefined;
  readonly billingAccountId?: string | undefined;
  /** Defaults to the number in the form; null for none. */
  readonly agreementId?: string | null | undefined;
}

interface ApprovalParts {
  readonly store: ApprovalStore;
  readonly accounts: Accounts;
  readonly clock: () => Date;
  readonly retentionDays: number;
  /** The manager who approves, and the request. */
  readonly by: CarrierActor;
  readonly requestId: string;
}

/** Reads the application again. */
type Read = () => Promise<{ readonly application: ApplicationRecord }>;

/**
 * Approves an application: registers the operator or finds it by its ИНН, creates the accounts, and reports the outcome
 * of each. The plan is stored before the first call to another service, all of those calls are idempotent, and the
 * operator's record is written last: after an interruption the accounts have no access yet, and approving again continues
 * (docs/adr/0070). Each of the writes is repeated if it loses to an opened scan, or to a change of the operator or of the
 * portfolio.
 *
 * @throws CabinetError `changeForbidden`, `alreadyExists`, `concurrentChange`; `unavailable` on a timeout, after which a
 *   repetition continues
 */
export async function approve(
  application: ApplicationRecord,
  request: ApprovalRequest,
  parts: ApprovalParts,
  read: Read,
): Promise<ApplicationRecord> {
  const startedAt = parts.clock().getTime();
  if (application.state === 'approved') return application;
  const started =
    application.state === 'approving'
      ? application
      : await retryWhileUnchanged('version', { application }, read, (found) =>
          startApproval(found.application, request, parts),
        );
  const form = requireCompleteForm(started);
  const issued = await createAccounts(started, form, { ...parts, startedAt, read });
  try {
    return await retryWhileUnchanged(
      'version',
      { application: issued },
      read,
      ({ application: { historySequence } }) => completeApproval({ ...issued, historySequence }, form, parts),
    );
  } catch (error) {
    if (!isConflict(error)) throw error;
    const { application: current } = await read();
    // A concurrent request completed the same approval: return its result.
    if (current.state === 'approved') return current;
    throw error;
  }
}

async function startApproval(
  application: ApplicationRecord,
  request: ApprovalRequest,
  parts: ApprovalParts,
): Promise<ApplicationRecord> {
  const { store, accounts, clock, by } = parts;
  requireTransition(application, 'approving');
  const form = requireCompleteForm(application);
  const { taxpayerNumber } = form.company;
  const proposals = proposalsFor(form);
  const known = await store.loadOperator(taxpayerNumber, request.operatorId === undefined ? proposals : []);
  refuseBlocked(application, known);
  const operatorId = known.existing?.operatorId ?? request.operatorId ?? firstFree(proposals, known);
  if (known.existing === undefined) await refuseForeignGroup(accounts, operatorId, taxpayerNumber);

  const now = clock();
  const { managerSub = by.sub } = known.existing?.record ?? {};
  const approval = {
    operatorId,
    existing: known.existing !== undefined,
    managerSub,
    billingAccountId: request.billingAccountId,
    agreementId:
      request.agreementId === null
        ? undefined
        : (request.agreementId ?? agreementOfForm(form.agreementNumber)),
    startedAt: now.toISOString(),
    accounts: [],
  };
  const taker = application.managerSub ?? by.sub;
  const step = stepTo(application, 'approving', { approval, managerSub: taker }, { by: by.sub, now });
  await store.start(application, step, taxpayerNumber, causeAt(now, parts));
  return step.after;
}

async function createAccounts(
  started: ApplicationRecord,
  { company, users }: ApplicationForm,
  {
    store,
    accounts,
    clock,
    startedAt,
    read,
  }: ApprovalParts & {
    readonly startedAt: number;
    readonly read: Read;
  },
): Promise<ApplicationRecord> {
  const approval = requireApproval(started);
  const { operatorId } = approval;
  const group = operatorGroupPrefix + operatorId;
  await accounts.createGroup(group, describeOperatorGroup(company));
  const done = await issueAccounts(accounts, {
    applicationId: started.id,
    operatorId,
    users,
    done: approval.accounts,
    hasTime: () => clock().getTime() - startedAt < accountsTimeoutSeconds * 1000,
  });
  const issued = { ...started, approval: { ...approval, accounts: [...done] } };
  if (done.length === users.length) return issued;
  await retryWhileUnchanged(
    'version',
    { application: started },
    read,
    async ({ application: { historySequence } }) => {
      const version = started.version + 1;
      const updatedAt = clock().toISOString();
      await store.saveProgress(
        { ...started, historySequence },
        { ...issued, historySequence, version, updatedAt },
      );
    },
  );
  throw new CabinetError('unavailable', { message: accountsMissing });
}

async function completeApproval(
  issued: ApplicationRecord,
  form: ApplicationForm,
  parts: ApprovalParts,
): Promise<ApplicationRecord> {
  const { store, clock, retentionDays, by } = parts;
  const now = clock();
  const decision = { at: now.toISOString(), by: by.sub, kind: 'approved' } as const;
  const change = { decision, eraseAt: erasureAfter(now, retentionDays) };
  const step = stepTo(issued, 'approved', change, { by: by.sub, now });
  const operator = operatorOf(issued, form, now);
  await store.complete(issued, step, operator, causeAt(now, parts));
  return step.after;
}

function causeAt(now: Date, { by, requestId }: ApprovalParts): Cause<CarrierActor> {
  return { by, at: now.toISOString(), requestId };
}

function operatorOf(
  application: ApplicationRecord,
  { company }: ApplicationForm,
  now: Date,
): NewOperator | OperatorAddition {
  const { operatorId, existing, managerSub, billingAccountId, agreementId } = requireApproval(application);
  if (existing) return { operatorId, references: { agreementId, billingAccountId } };
  const { name, taxpayerNumber, registrationReasonCode, registrationNumber, legalAddress } = company;
  return {
    operatorId,
    record: {
      schemaVersion: 1,
      version: 1,
      historySequence: 1,
      name,
      taxpayerNumber,
      registrationReasonCode,
      registrationNumber,
      legalAddress,
      isCustomer: true,
      status: 'active',
      managerSub,
      agreements: referenceTo(agreementId),
      billingAccounts: referenceTo(billingAccountId),
      createdAt: now.toISOString(),
    },
  };
}

/** An existing group is only used where its ИНН is the same, since its members get access. */
async function refuseForeignGroup(
  accounts: Accounts,
  operatorId: string,
  taxpayerNumber: string,
): Promise<void> {
  const description = await accounts.describeGroup(operatorGroupPrefix + operatorId);
  if (description !== undefined && !isGroupOf(description, taxpayerNumber)) throw operatorIdTaken();
}

function refuseBlocked(application: ApplicationRecord, known: KnownOperator): void {
  const [blocker] = approvalBlockersOf(application, known);
  if (blocker !== undefined)
    throw new CabinetError('changeForbidden', { message: approvalBlockers[blocker] });
}

function requireCompleteForm(application: ApplicationRecord): ApplicationForm {
  const form = completeFormOf(application);
  if (form !== undefined) return form;
  throw new CabinetError('changeForbidden', { message: approvalBlockers.form });
}

function requireApproval({ approval }: ApplicationRecord): NonNullable<ApplicationRecord['approval']> {
  if (approval === undefined) throw new Error('A started approval has a plan');
  return approval;
}

const accountsMissing: Text = {
  ru: 'Созданы не все учётные записи: повторите одобрение, чтобы продолжить',
  en: 'Not all accounts have been created yet: approve again to continue',
};

const approvalBlockers: Readonly<Record<ApprovalBlocker, Text>> = {
  state: { ru: 'Заявление сейчас нельзя одобрить', en: 'The application cannot be approved now' },
  form: { ru: 'Форма заявления заполнена не полностью', en: 'The application form is incomplete' },
  checkList: { ru: 'Отмечены не все пункты проверки', en: 'The checklist is incomplete' },
  operatorClosed: {
    ru: 'Обслуживание оператора с этим ИНН прекращено',
    en: 'The operator with this ИНН is closed',
  },
  otherApplicationOfOperator: {
    ru: 'Сейчас одобряется другое заявление с этим ИНН: завершите его',
    en: 'Another application with this ИНН is being approved: finish that one first',
  },
};
