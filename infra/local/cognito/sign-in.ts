import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  type AuthenticationResultType,
  type RespondToAuthChallengeCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import { createClientPair, deriveClientKey, signPasswordClaim, srpPoolName } from './srp.ts';

/** Credentials of a sign-in, and where to sign in. */
export interface SrpSignIn {
  readonly endpoint: string;
  readonly poolId: string;
  readonly clientId: string;
  readonly username: string;
  readonly password: string;
  /** Replaces a temporary password at the first sign-in. */
  readonly newPassword?: string | undefined;
  /** Returns the current code of the user's authenticator; only called for a user with a second factor. */
  readonly totpCode?: (() => string) | undefined;
}

export interface SignInTokens {
  readonly accessToken: string;
  readonly idToken: string;
  readonly refreshToken: string;
  /** Of the access token, in seconds. */
  readonly expiresIn: number;
}

const verifierSchema = z.object({
  SALT: z.string(),
  SECRET_BLOCK: z.string(),
  SRP_B: z.string(),
  USER_ID_FOR_SRP: z.string(),
});
const resultSchema = z.object({
  AccessToken: z.string(),
  IdToken: z.string(),
  RefreshToken: z.string(),
  ExpiresIn: z.number(),
});

/**
 * Signs in with SRP, as a browser does: the password does not leave the process, no AWS credentials are needed.
 * @throws the SDK's exceptions when Cognito refuses; Error when it asks for something that was not given
 */
export async function signInWithSrp(signIn: SrpSignIn): Promise<SignInTokens> {
  const [region] = signIn.poolId.split('_');
  const cognito = new CognitoIdentityProviderClient({
    endpoint: signIn.endpoint,
    ...(region !== undefined && { region }),
  });
  try {
    let step = await provePassword(cognito, signIn);
    while (step.ChallengeName !== undefined) step = await answerChallenge(cognito, signIn, step);
    return readTokens(step.AuthenticationResult);
  } finally {
    cognito.destroy();
  }
}

async function provePassword(
  cognito: CognitoIdentityProviderClient,
  { poolId, clientId, username, password }: SrpSignIn,
): Promise<RespondToAuthChallengeCommandOutput> {
  const pair = createClientPair();
  const started = await cognito.send(
    new InitiateAuthCommand({
      ClientId: clientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: username, SRP_A: pair.publicValue },
    }),
  );
  const { SALT, SECRET_BLOCK, SRP_B, USER_ID_FOR_SRP } = verifierSchema.parse(started.ChallengeParameters);
  const identity = { poolName: srpPoolName(poolId), username: USER_ID_FOR_SRP };
  const key = deriveClientKey(pair, SRP_B, identity, password, SALT);
  const timestamp = formatTimestamp(new Date());
  return cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId: clientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: {
        USERNAME: USER_ID_FOR_SRP,
        PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
        PASSWORD_CLAIM_SIGNATURE: signPasswordClaim(key, identity, SECRET_BLOCK, timestamp),
        TIMESTAMP: timestamp,
      },
    }),
  );
}

function answerChallenge(
  cognito: CognitoIdentityProviderClient,
  signIn: SrpSignIn,
  { ChallengeName, ChallengeParameters, Session }: RespondToAuthChallengeCommandOutput,
): Promise<RespondToAuthChallengeCommandOutput> {
  const answers: Readonly<Record<string, Record<string, string> | undefined>> = {
    NEW_PASSWORD_REQUIRED:
      signIn.newPassword === undefined ? undefined : { NEW_PASSWORD: signIn.newPassword },
    SOFTWARE_TOKEN_MFA: signIn.totpCode && { SOFTWARE_TOKEN_MFA_CODE: signIn.totpCode() },
  };
  const given = answers[ChallengeName ?? ''];
  if (!given)
    throw new Error(`${signIn.username} cannot sign in yet: Cognito asks for ${String(ChallengeName)}.`);
  const username = ChallengeParameters?.['USER_ID_FOR_SRP'] ?? signIn.username;
  return cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId: signIn.clientId,
      ChallengeName,
      Session,
      ChallengeResponses: { USERNAME: username, ...given },
    }),
  );
}

function readTokens(result: AuthenticationResultType | undefined): SignInTokens {
  const tokens = resultSchema.parse(result);
  return {
    accessToken: tokens.AccessToken,
    idToken: tokens.IdToken,
    refreshToken: tokens.RefreshToken,
    expiresIn: tokens.ExpiresIn,
  };
}

/** `Sat Nov 7 14:05:09 UTC 2026`: the only format that Cognito accepts. */
function formatTimestamp(at: Date): string {
  const [weekday = '', day = '', month = '', year = '', time = ''] = at
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`;
}
