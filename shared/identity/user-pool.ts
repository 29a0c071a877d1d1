import {
  CognitoIdentityProviderClient,
  LimitExceededException,
  TooManyRequestsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { CabinetError } from '../errors.ts';

/** Attribute that says what an account was made for; nobody can change it (infra/stacks/identity-stack.ts). */
export const markerAttribute = 'custom:application';

/**
 * A client that gives up before its function does: Cognito takes a tenth of a second, and asks whoever calls too fast
 * to wait.
 */
export function connectUserPool(): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 500, requestTimeout: 2000, throwOnRequestTimeout: true },
  });
}

/** What passes when one waits, which Cognito says in two words, is said so; everything else is what it is. */
export function passingOf(error: unknown): unknown {
  return error instanceof TooManyRequestsException || error instanceof LimitExceededException
    ? new CabinetError('unavailable', { cause: error })
    : error;
}

/** @throws what {@link passingOf} makes of an error */
export function rethrowPassing(error: unknown): never {
  throw passingOf(error);
}
