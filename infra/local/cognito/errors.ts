/** The error codes of Cognito's API that the local one answers with, and `NotImplemented`, which is ours. */
export type CognitoErrorCode =
  | 'AliasExistsException'
  | 'CodeMismatchException'
  | 'EnableSoftwareTokenMFAException'
  | 'ExpiredCodeException'
  | 'GroupExistsException'
  | 'InternalErrorException'
  | 'InvalidLambdaResponseException'
  | 'InvalidParameterException'
  | 'InvalidPasswordException'
  | 'InvalidSignatureException'
  | 'LimitExceededException'
  | 'MissingAuthenticationTokenException'
  | 'NotAuthorizedException'
  | 'NotImplemented'
  | 'PasswordHistoryPolicyViolationException'
  | 'PasswordResetRequiredException'
  | 'RefreshTokenReuseException'
  | 'RequestEntityTooLargeException'
  | 'ResourceNotFoundException'
  | 'SerializationException'
  | 'SoftwareTokenMFANotFoundException'
  | 'UnauthorizedException'
  | 'UnrecognizedClientException'
  | 'UnsupportedOperationException'
  | 'UnsupportedTokenTypeException'
  | 'UnsupportedUserStateException'
  | 'UserLambdaValidationException'
  | 'UserNotFoundException'
  | 'UsernameExistsException';

/** An answer of Cognito's that is not a success; the server alone turns it into HTTP. */
export class CognitoError extends Error {
  readonly code: CognitoErrorCode;
  readonly statusCode: number;

  constructor(code: CognitoErrorCode, message: string, statusCode = 400) {
    super(message);
    this.name = code;
    this.code = code;
    this.statusCode = statusCode;
  }
}

/** The caller may not do this, or not any more. */
export function notAuthorized(message: string): CognitoError {
  return new CognitoError('NotAuthorizedException', message);
}

/** The one answer to a wrong password, an unknown user and a used challenge alike. */
export function incorrectCredentials(): CognitoError {
  return notAuthorized('Incorrect username or password.');
}

/** The request contradicts the pool's configuration or itself. */
export function invalidParameter(message: string): CognitoError {
  return new CognitoError('InvalidParameterException', message);
}

/** A pool, client or group that does not exist. */
export function resourceNotFound(message: string): CognitoError {
  return new CognitoError('ResourceNotFoundException', message);
}

/** What real Cognito can do and the local one cannot: said loudly, never passed over. */
export function notImplemented(what: string): CognitoError {
  return new CognitoError('NotImplemented', `${what} is not implemented by the local Cognito.`, 501);
}
