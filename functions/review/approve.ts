import type { ApplicationForm } from '../../shared/application/application-form.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { erasureAfter } from '../../shared/application/erasure.ts';
import { operatorGroupPrefix } from '../../shared/auth/roles.ts';
import { CabinetError } from '../../shared/errors.ts';
import { describeOperatorGroup, isGroupOf } from '../../shared/operator/operator-group.ts';
import { operatorIdTaken } from '../../shared/operator/operator-id.ts';
import type { Text } from '../../shared/text.ts';
import type { Accounts } from './accounts.ts';
import { type ApprovalStore, MovedMeanwhile } from './approval-store.ts';
import { issueAccounts } from './issue-accounts.ts';
import type { KnownOperator, NewOperator, OperatorAddition } from './operator.ts';
import { firstFree, type ApprovalBlocker, approvalBlockersOf, proposalsFor, wholeFormOf } from './plan.ts';
import { agreementOfForm, referenceTo } from './references.ts';
import { requireTransition, stepTo } from './step.ts';

/** Milliseconds after which no further account is begun: whoever waits is answered within the ten seconds of a function. */
const patience = 6000;
/** How often the portfolio, or the operator, is read again while others change it. */
const endingAttempts = 5;

interface ApprovalRequest {
  readonly operatorId?: string | undefined;
  readonly billingAccountId?: string | undefined;
  /** The one of the form, unless another is named; null where there is none. */
  readonly agreementId?: string | null | undefined;
}

interface ApprovalParts {
  readonly store: ApprovalStore;
  readonly accounts: Accounts;
  readonly clock: () => Date;
  readonly retentionDays: number;
  /** Subject of the manager who approves. */
  readonly by: string;
}

/**
 * Approves an application: registers the operator or finds it by its ИНН, makes its accounts, and says what became of
 * each. What it makes is decided and kept before anything outside of the table is touched, every call to the outside can
 * be repeated, and the operator's record comes last: whenever it is interrupted, the accounts can do nothing yet, and
 * approving again goes on where it was (docs/adr/0070).
 *
 * @param read the application anew
 * @throws CabinetError `changeForbidden`, `alreadyExists`, `concurrentChange`; `unavailable` where time ran out, after
 *   which it goes on when it is repeated
 */
export async function approve(
  application: ApplicationRecord,
  request: ApprovalRequest,
  parts: ApprovalParts,
  read: () => Promise<ApplicationRecord>,
): Promise<ApplicationRecord> {
  const startedAt = parts.clock().getTime();
  if (application.state === 'approved') return application;
  const begun =
    application.state === 'approving' ? application : await beginApproval(application, request, parts);
  const form = requireWhole(begun);
  const issued = await makeAccounts(begun, form, parts, startedAt);
  try {
    return await endApproval(issued, form, parts);
  } catch (error) {
    if (!(error instanceof CabinetError) || error.code !== 'concurrentChange') throw error;
    // Somebody pushed the same approval to its end meanwhile: its result is the result.
    const current = await read();
    if (current.state !== 'approved') throw error;
    return current;
  }
}

async function beginApproval(
  application: ApplicationRecord,
  request: ApprovalRequest,
  { store, accounts, clock, by }: ApprovalParts,
): Promise<ApplicationRecord> {
  requireTransition(application, 'approving');
  const form = requireWhole(application);
  const { taxpayerNumber } = form.company;
  const proposals = proposalsFor(form);
  const known = await store.loadOperator(taxpayerNumber, request.operatorId === undefined ? proposals : []);
  refuseHindered(application, known);
  const operatorId = known.existing?.operatorId ?? request.operatorId ?? firstFree(proposals, known);
  if (known.existing === undefined) await refuseStrangersGroup(accounts, operatorId, taxpayerNumber);

  const now = clock();
  const { managerSub = by } = known.existing?.record ?? {};
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
  const taker = application.managerSub ?? by;
  const step = stepTo(application, 'approving', { approval, managerSub: taker }, { by, now });
  await store.begin(application, step, taxpayerNumber);
  return step.after;
}

async function makeAccounts(
  begun: ApplicationRecord,
  { company, users }: ApplicationForm,
  { store, accounts, clock }: ApprovalParts,
  startedAt: number,
): Promise<ApplicationRecord> {
  const approval = requireApproval(begun);
  const { operatorId } = approval;
  const group = operatorGroupPrefix + operatorId;
  await accounts.createGroup(group, describeOperatorGroup(company));
  const done = await issueAccounts(accounts, {
    applicationId: begun.id,
    operatorId,
    users,
    done: approval.accounts,
    hasTime: () => clock().getTime() - startedAt < patience,
  });
  const issued = { ...begun, approval: { ...approval, accounts: [...done] } };
  if (done.length === users.length) return issued;
  await store.pause(begun, { ...issued, version: begun.version + 1, updatedAt: clock().toISOString() });
  throw new CabinetError('unavailable', { message: notDoneYet });
}

async function endApproval(
  issued: ApplicationRecord,
  form: ApplicationForm,
  { store, clock, retentionDays, by }: ApprovalParts,
): Promise<ApplicationRecord> {
  const now = clock();
  const decision = { at: now.toISOString(), by, kind: 'approved' } as const;
  const change = { decision, eraseAt: erasureAfter(now, retentionDays) };
  const step = stepTo(issued, 'approved', change, { by, now });
  const operator = operatorOf(issued, form, now);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await store.end(issued, step, operator);
      return step.after;
    } catch (error) {
      if (attempt === endingAttempts || !(error instanceof MovedMeanwhile)) throw error;
    }
  }
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

/** A group that was there before is only taken for the operator's where it says the same ИНН: its people are let in. */
async function refuseStrangersGroup(
  accounts: Accounts,
  operatorId: string,
  taxpayerNumber: string,
): Promise<void> {
  const description = await accounts.describeGroup(operatorGroupPrefix + operatorId);
  if (description !== undefined && !isGroupOf(description, taxpayerNumber)) throw operatorIdTaken();
}

function refuseHindered(application: ApplicationRecord, known: KnownOperator): void {
  const [blocker] = approvalBlockersOf(application, known);
  if (blocker !== undefined)
    throw new CabinetError('changeForbidden', { message: approvalBlockers[blocker] });
}

function requireWhole(application: ApplicationRecord): ApplicationForm {
  const form = wholeFormOf(application);
  if (form !== undefined) return form;
  throw new CabinetError('changeForbidden', { message: approvalBlockers.form });
}

function requireApproval({ approval }: ApplicationRecord): NonNullable<ApplicationRecord['approval']> {
  if (approval === undefined) throw new Error('An approval that has begun has its plan');
  return approval;
}

const notDoneYet: Text = {
  ru: 'Созданы не все учётные записи: повторите одобрение, оно продолжится',
  en: 'Not all accounts are made yet: approve again, and it goes on',
};

const approvalBlockers: Readonly<Record<ApprovalBlocker, Text>> = {
  state: { ru: 'Заявление сейчас нельзя одобрить', en: 'The application cannot be approved now' },
  form: { ru: 'Форма заявления заполнена не полностью', en: 'The form of the application is not complete' },
  checkList: { ru: 'Отмечены не все пункты проверки', en: 'The check list is not ticked off' },
  operatorClosed: {
    ru: 'Обслуживание оператора с этим ИНН прекращено',
    en: 'The operator with this ИНН is closed',
  },
  otherApplicationOfOperator: {
    ru: 'Сейчас одобряется другое заявление с этим ИНН: завершите его',
    en: 'Another application with this ИНН is being approved: bring that to its end',
  },
};
