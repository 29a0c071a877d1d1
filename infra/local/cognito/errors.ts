/** The error codes of Cognito's API that the local one returns, and `NotImplemented`, which is ours. */
export type CognitoErrorCode =
  | 'AccessDeniedException'
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

/** An error response of Cognito; only the server turns it into HTTP. */
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

/** The caller may not do this, or not any longer. */
export function notAuthorized(message: string): CognitoError {
  return new CognitoError('NotAuthorizedException', message);
}

/** The same response for a wrong password, an unknown user and a used challenge. */
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

/** Refuses what the real Cognito supports and the local one does not, instead of ignoring it. */
export function notImplemented(what: string): CognitoError {
  return new CognitoError('NotImplemented', `${what} is not implemented by the local Cognito.`, 501);
}
