import { Amplify } from '@aws-amplify/core';
import { fetchAuthSession, signOut } from '@aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from '@aws-amplify/auth/cognito';
import type { WebConfig } from '../../../shared/web-config.ts';

/** Points the sign-in library at the user pool of this cabinet. */
export function configureSession(
  config: Pick<WebConfig, 'userPoolId' | 'userPoolClientId' | 'userPoolEndpoint'>,
): void {
  const auth = {
    Cognito: {
      userPoolId: config.userPoolId,
      userPoolClientId: config.userPoolClientId,
      ...(config.userPoolEndpoint === undefined ? {} : { userPoolEndpoint: config.userPoolEndpoint }),
    },
  };
  cognitoUserPoolsTokenProvider.setAuthConfig(auth);
  Amplify.configure({ Auth: auth }, { Auth: { tokenProvider: cognitoUserPoolsTokenProvider } });
}

/** The access token, refreshed when it is about to expire; undefined if not signed in. */
export async function accessToken(forceRefresh = false): Promise<string | undefined> {
  try {
    const { tokens } = await fetchAuthSession({ forceRefresh });
    return tokens?.accessToken.toString();
  } catch {
    // The refresh token has been revoked or has expired: not signed in.
    return undefined;
  }
}

/** Whether this browser has a session, which may have been revoked. */
export async function isSignedIn(): Promise<boolean> {
  return (await accessToken()) !== undefined;
}

/**
 * Signs out.
 *
 * @param everywhere on all devices: all refresh tokens are revoked
 */
export async function endSession(everywhere: boolean): Promise<void> {
  await signOut({ global: everywhere });
}
