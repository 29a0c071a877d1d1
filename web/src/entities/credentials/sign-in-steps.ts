import {
  AuthError,
  confirmResetPassword,
  confirmSignIn,
  resetPassword,
  signIn,
  type SignInOutput,
  signOut,
} from '@aws-amplify/auth';

/** What the person has to do next to be signed in. */
export type SignInStep =
  | { readonly kind: 'password' }
  | { readonly kind: 'newPassword' }
  | { readonly kind: 'totp' }
  | { readonly kind: 'totpSetUp'; readonly secret: string; readonly uri: string }
  | { readonly kind: 'resetCode'; readonly login: string }
  | { readonly kind: 'forgot' }
  | { readonly kind: 'done' };

/** Key of the text that explains why a step failed. */
export type SignInFailure =
  | 'wrongPassword'
  | 'wrongCode'
  | 'expiredCode'
  | 'weakPassword'
  | 'tooManyAttempts'
  | 'temporaryExpired'
  | 'sessionExpired'
  | 'unreachable'
  | 'unknown';

/** Name under which an authenticator app lists the cabinet. */
const issuer = 'Cabinet';

/** Starts a sign-in with login and password (SRP: the password itself never leaves the browser). */
export async function beginSignIn(login: string, password: string): Promise<SignInStep> {
  // An earlier sign-in may be incomplete here; the library refuses a second one beside it.
  await signOut().catch(() => undefined);
  try {
    return stepOf(await signIn({ username: login, password }), login);
  } catch (error) {
    if (error instanceof AuthError && error.name === 'PasswordResetRequiredException') {
      return { kind: 'resetCode', login };
    }
    throw error;
  }
}

/** Answers the challenge at hand: the new password, or the code of the authenticator app. */
export async function answerChallenge(answer: string, login: string): Promise<SignInStep> {
  return stepOf(await confirmSignIn({ challengeResponse: answer }), login);
}

/** Sends a code for a new password to the person's e-mail. */
export async function requestReset(login: string): Promise<SignInStep> {
  await resetPassword({ username: login });
  return { kind: 'resetCode', login };
}

/** Sets the new password with the code that came by e-mail. */
export async function confirmReset(login: string, code: string, newPassword: string): Promise<void> {
  await confirmResetPassword({ username: login, confirmationCode: code, newPassword });
}

function stepOf({ nextStep }: SignInOutput, login: string): SignInStep {
  // The other steps belong to ways of signing in that the cabinet's pool does not offer.
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check
  switch (nextStep.signInStep) {
    case 'DONE':
      return { kind: 'done' };
    case 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED':
      return { kind: 'newPassword' };
    case 'CONFIRM_SIGN_IN_WITH_TOTP_CODE':
      return { kind: 'totp' };
    case 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP': {
      const { sharedSecret } = nextStep.totpSetupDetails;
      const uri = nextStep.totpSetupDetails.getSetupUri(issuer, login).toString();
      return { kind: 'totpSetUp', secret: sharedSecret, uri };
    }
    case 'RESET_PASSWORD':
      return { kind: 'resetCode', login };
    default:
      throw new Error(`Sign-in step ${nextStep.signInStep} is not one that the cabinet's pool asks for`);
  }
}

const failures: Readonly<Record<string, SignInFailure>> = {
  UserNotFoundException: 'wrongPassword',
  CodeMismatchException: 'wrongCode',
  EnableSoftwareTokenMFAException: 'wrongCode',
  ExpiredCodeException: 'expiredCode',
  InvalidPasswordException: 'weakPassword',
  LimitExceededException: 'tooManyAttempts',
  TooManyRequestsException: 'tooManyAttempts',
  TooManyFailedAttemptsException: 'tooManyAttempts',
  NetworkError: 'unreachable',
};

/** The reason for a failed step. */
export function failureOf(error: unknown): SignInFailure {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name !== 'NotAuthorizedException') return failures[error.name] ?? 'unknown';
  if (/temporary password/i.test(error.message)) return 'temporaryExpired';
  if (/attempts exceeded/i.test(error.message)) return 'tooManyAttempts';
  return /session/i.test(error.message) ? 'sessionExpired' : 'wrongPassword';
}
