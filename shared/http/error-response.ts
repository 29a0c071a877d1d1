import type { CabinetError } from '../errors.ts';
import { errorReasons, type ErrorCode, type Problem } from '../errors.ts';
import type { Language } from '../text.ts';

/** The one place where a refusal meets HTTP. */
const statuses = {
  invalidRequest: 400,
  malformedJson: 400,
  malformedRequest: 400,
  noGroup: 403,
  noRole: 403,
  roleWithoutOperator: 403,
  severalOperators: 403,
  operatorAndCarrier: 403,
  unknownOperator: 403,
  operatorSuspended: 403,
  operatorClosed: 403,
  rulesNotAccepted: 403,
  mfaRequired: 403,
  roleNotAllowed: 403,
  notFound: 404,
  transitionForbidden: 409,
  changeForbidden: 409,
  productBusy: 409,
  lastAdministrator: 409,
  concurrentChange: 409,
  alreadyExists: 409,
  stale: 412,
  payloadTooLarge: 413,
  unsupportedMediaType: 415,
  idempotencyKeyReused: 422,
  tooManyInvitations: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>;

/** Maximum size of the listed problems: a body of a megabyte can have more of them than a response can hold. */
const maxProblems = 50;
const maxPointerLength = 300;

/** TMF `Error` with our extensions: every invalid field, every allowed state. */
interface ErrorBody {
  readonly '@type': string;
  readonly '@baseType'?: string;
  readonly code: ErrorCode;
  readonly reason: string;
  readonly message: string;
  readonly status: string;
  readonly problem?: readonly { readonly pointer: string; readonly message: string }[];
  readonly allowed?: readonly string[];
}

/** Status and body of an error, in the language of its reader. */
export function errorResponse(error: CabinetError, language: Language): { status: number; body: ErrorBody } {
  const status = statuses[error.code];
  const reason = errorReasons[error.code][language];
  const { message, allowed } = error.details;
  const problems = (error.details.problems ?? []).slice(0, maxProblems).map(shorten);
  const extended = problems.length > 0 || allowed !== undefined;
  return {
    status,
    body: {
      '@type': extended ? 'CabinetError' : 'Error',
      ...(extended ? { '@baseType': 'Error' } : {}),
      code: error.code,
      reason,
      message: message?.[language] ?? summaryOf(problems, language) ?? reason,
      status: String(status),
      ...(problems.length > 0
        ? { problem: problems.map(({ pointer, message: words }) => ({ pointer, message: words[language] })) }
        : {}),
      ...(allowed === undefined ? {} : { allowed }),
    },
  };
}

function shorten(problem: Problem): Problem {
  const { pointer } = problem;
  return pointer.length <= maxPointerLength
    ? problem
    : { ...problem, pointer: `${pointer.slice(0, maxPointerLength).toWellFormed()}…` };
}

function summaryOf(problems: readonly Problem[], language: Language): string | undefined {
  if (problems.length === 0) return undefined;
  return problems
    .map(({ pointer, message }) => `${pointer === '' ? '/' : pointer}: ${message[language]}`)
    .join('; ');
}
