import type { Text } from './text.ts';

/**
 * All error codes of the API with their messages for people. The codes are stable. Domain code throws them without knowing
 * HTTP: `http/error-response.ts` maps them.
 */
export const errorReasons = {
  invalidRequest: { ru: 'Запрос содержит ошибки', en: 'The request contains errors' },
  malformedJson: { ru: 'Тело запроса — не JSON', en: 'The request body is not JSON' },
  malformedRequest: { ru: 'Запрос нельзя разобрать', en: 'The request cannot be parsed' },
  unsupportedMediaType: {
    ru: 'Такой тип содержимого здесь не принимается',
    en: 'This content type is not accepted here',
  },
  payloadTooLarge: { ru: 'Запрос слишком велик', en: 'The request is too large' },
  noGroup: {
    ru: 'Учётная запись не привязана ни к одному оператору. Обратитесь к персональному менеджеру',
    en: 'This account does not belong to any operator. Ask your account manager',
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
    ru: 'Учётная запись привязана к нескольким операторам. Обратитесь к персональному менеджеру',
    en: 'This account belongs to several operators. Ask your account manager',
  },
  operatorAndCarrier: {
    ru: 'Учётная запись относится и к оператору, и к сотрудникам поставщика. Обратитесь к персональному менеджеру',
    en: 'This account belongs to both an operator and the carrier. Ask your account manager',
  },
  unknownOperator: {
    ru: 'Оператор этой учётной записи не зарегистрирован. Обратитесь к персональному менеджеру',
    en: 'The operator of this account is not registered. Ask your account manager',
  },
  operatorSuspended: {
    ru: 'Обслуживание оператора приостановлено: изменения недоступны',
    en: 'The operator is suspended: changes are not possible',
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
    ru: 'Подключите одноразовые коды и войдите снова: для сотрудников поставщика они обязательны',
    en: 'Set up one-time codes and sign in again: they are required for the carrier’s staff',
  },
  roleNotAllowed: { ru: 'Для этого действия нужна другая роль', en: 'This action requires another role' },
  notFound: { ru: 'Не найдено', en: 'Not found' },
  transitionForbidden: { ru: 'Такой переход сейчас невозможен', en: 'This transition is not possible now' },
  changeForbidden: { ru: 'Это сейчас нельзя изменить', en: 'This cannot be changed now' },
  productBusy: {
    ru: 'По этой услуге уже есть открытая заявка',
    en: 'This service already has an open order',
  },
  lastAdministrator: {
    ru: 'Это последний действующий администратор оператора. Сначала назначьте другого',
    en: 'This is the operator’s last active administrator. Appoint another one first',
  },
  concurrentChange: {
    ru: 'Эти данные одновременно с вами изменил другой пользователь. Обновите их и повторите',
    en: 'Another user changed this at the same time. Reload it and try again',
  },
  alreadyExists: { ru: 'Такой объект уже есть', en: 'This already exists' },
  stale: {
    ru: 'Версия устарела: объект изменился после того, как вы его прочитали',
    en: 'The version is stale: the resource has changed since you read it',
  },
  idempotencyKeyReused: {
    ru: 'Этот Idempotency-Key уже использован с другим телом запроса',
    en: 'This Idempotency-Key has already been used with another body',
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

/** An invalid field: its location (JSON Pointer into the body, or `?name` of a query parameter) and what is valid. */
export interface Problem {
  readonly pointer: string;
  readonly message: Text;
}

interface ErrorDetails {
  /** A more specific message than that of the code. */
  readonly message?: Text;
  readonly problems?: readonly Problem[];
  /** For a forbidden transition: the allowed states. */
  readonly allowed?: readonly string[];
  /** For a rate limit: when to try again. */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** An error with a code of the API. */
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

/** The error for input that can be parsed but is invalid, with a problem per field. */
export function invalidRequest(problems: readonly Problem[]): CabinetError {
  return new CabinetError('invalidRequest', { problems });
}
