import type { Text } from './text.ts';

/**
 * Every refusal that the cabinet can answer with, by its stable code. The code is part of the API; the words are
 * for people. Domain code throws these and knows nothing of HTTP: `http/error-response.ts` maps them.
 */
export const errorReasons = {
  invalidRequest: { ru: 'Запрос содержит ошибки', en: 'The request contains errors' },
  malformedJson: { ru: 'Тело запроса — не JSON', en: 'The body of the request is not JSON' },
  malformedRequest: { ru: 'Запрос нельзя разобрать', en: 'The request cannot be read' },
  unsupportedMediaType: {
    ru: 'Такой тип содержимого здесь не принимается',
    en: 'This content type is not accepted here',
  },
  payloadTooLarge: { ru: 'Запрос слишком велик', en: 'The request is too large' },
  noGroup: {
    ru: 'Учётная запись не отнесена ни к одному оператору. Обратитесь к персональному менеджеру',
    en: 'This account belongs to no operator. Ask your account manager',
  },
  noRole: {
    ru: 'У учётной записи нет роли. Обратитесь к администратору оператора или к персональному менеджеру',
    en: 'This account has no role. Ask the administrator of your operator or your account manager',
  },
  roleWithoutOperator: {
    ru: 'У учётной записи есть роль, но нет оператора. Обратитесь к персональному менеджеру',
    en: 'This account has a role but no operator. Ask your account manager',
  },
  severalOperators: {
    ru: 'Учётная запись отнесена к нескольким операторам. Обратитесь к персональному менеджеру',
    en: 'This account belongs to several operators. Ask your account manager',
  },
  operatorAndCarrier: {
    ru: 'Учётная запись отнесена и к оператору, и к сотрудникам поставщика. Обратитесь к персональному менеджеру',
    en: 'This account belongs to an operator and to the carrier at once. Ask your account manager',
  },
  unknownOperator: {
    ru: 'Оператор этой учётной записи не зарегистрирован. Обратитесь к персональному менеджеру',
    en: 'The operator of this account is not registered. Ask your account manager',
  },
  operatorSuspended: {
    ru: 'Обслуживание оператора приостановлено: изменения недоступны',
    en: 'The operator is suspended: nothing can be changed',
  },
  operatorClosed: {
    ru: 'Обслуживание оператора прекращено. Обратитесь к персональному менеджеру',
    en: 'The operator is closed. Ask your account manager',
  },
  rulesNotAccepted: {
    ru: 'Примите правила пользования кабинетом',
    en: 'Accept the rules of the service first',
  },
  mfaRequired: {
    ru: 'Подключите одноразовые коды и войдите снова: сотрудникам поставщика без них нельзя',
    en: 'Set up one-time codes and sign in again: the carrier’s people need them',
  },
  roleNotAllowed: { ru: 'Для этого действия нужна другая роль', en: 'This takes another role' },
  notFound: { ru: 'Не найдено', en: 'Not found' },
  transitionForbidden: { ru: 'Такой переход сейчас невозможен', en: 'This transition is not possible now' },
  changeForbidden: { ru: 'Это сейчас нельзя изменить', en: 'This cannot be changed now' },
  productBusy: {
    ru: 'По этой услуге уже есть открытая заявка',
    en: 'There is an open order for this service already',
  },
  lastAdministrator: {
    ru: 'Это последний действующий администратор оператора. Сначала назначьте другого',
    en: 'This is the operator’s last active administrator. Appoint another one first',
  },
  concurrentChange: {
    ru: 'Кто-то изменил это одновременно с вами. Прочитайте заново и повторите',
    en: 'Somebody changed this at the same moment. Read it again and repeat',
  },
  alreadyExists: { ru: 'Такой объект уже есть', en: 'This exists already' },
  stale: {
    ru: 'Версия устарела: объект изменился после того, как вы его прочитали',
    en: 'The version is stale: the resource changed after you read it',
  },
  idempotencyKeyReused: {
    ru: 'Этот Idempotency-Key уже использован с другим телом запроса',
    en: 'This Idempotency-Key was used with another body already',
  },
  tooManyInvitations: {
    ru: 'Слишком много приглашений, повторите позже',
    en: 'Too many invitations, try again later',
  },
  unavailable: {
    ru: 'Сервис временно недоступен, повторите позже',
    en: 'Temporarily unavailable, try again',
  },
  internal: { ru: 'Внутренняя ошибка', en: 'Internal error' },
} as const satisfies Record<string, Text>;

export type ErrorCode = keyof typeof errorReasons;

/** One wrong field: where it is (JSON Pointer into the body, or `?name` of a query parameter) and what would be right. */
export interface Problem {
  readonly pointer: string;
  readonly message: Text;
}

interface ErrorDetails {
  /** What exactly, where the reason alone would leave the reader guessing. */
  readonly message?: Text;
  readonly problems?: readonly Problem[];
  /** Of a forbidden transition: the states that are allowed instead. */
  readonly allowed?: readonly string[];
  /** Of what was asked too often: when to ask again. */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** A refusal, or a failure, that has a code. */
export class CabinetError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code, { cause: details.cause });
    this.name = 'CabinetError';
    this.code = code;
    this.details = details;
  }
}

/** The error for input that was understood but is wrong, field by field. */
export function invalidRequest(problems: readonly Problem[]): CabinetError {
  return new CabinetError('invalidRequest', { problems });
}
