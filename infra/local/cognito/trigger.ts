import * as z from 'zod';
import type { Claims, TokenClaims } from './claims.ts';
import { CognitoError } from './errors.ts';
import type { Pool } from './pool.ts';
import type { TriggerSource } from './trigger-source.ts';
import type { User } from './users.ts';

const tokenChangeSchema = z.object({
  claimsToAddOrOverride: z.record(z.string(), z.json()).nullish(),
  claimsToSuppress: z.array(z.string()).nullish(),
});
const accessTokenChangeSchema = tokenChangeSchema.extend({
  scopesToAdd: z.array(z.string()).nullish(),
  scopesToSuppress: z.array(z.string()).nullish(),
});
const responseSchema = z.object({
  response: z.object({
    claimsAndScopeOverrideDetails: z
      .object({
        idTokenGeneration: tokenChangeSchema.nullish(),
        accessTokenGeneration: accessTokenChangeSchema.nullish(),
        groupOverrideDetails: z.object({ groupsToOverride: z.array(z.string()).nullish() }).nullish(),
      })
      .nullish(),
  }),
});

/** Claims that a trigger cannot change (developer guide, "Pre token generation Lambda trigger", excluded claims). */
const protectedClaims = new Set(
  (
    'acr amr at_hash auth_time azp aud client_id cognito:username device_key event_id exp iat identities iss jti ' +
    'nbf nonce origin_jti s_hash scope sub token_use username version'
  ).split(' '),
);

/**
 * Applies the pool's pre-token-generation trigger (event version 2) to the claims; without one they stay unchanged.
 * @throws CognitoError UserLambdaValidationException when it fails, InvalidLambdaResponseException when its response
 * is malformed
 */
export async function applyTrigger(
  pool: Pool,
  user: User,
  clientId: string,
  source: TriggerSource,
  claims: TokenClaims,
  clientMetadata: Readonly<Record<string, string>> | undefined,
): Promise<TokenClaims> {
  const config = pool.properties.LambdaConfig.PreTokenGenerationConfig;
  if (!config) return claims;
  const event = buildEvent(pool, user, clientId, source, clientMetadata);
  const answer = responseSchema.safeParse(await invoke(pool, config.LambdaArn, event));
  if (!answer.success)
    throw new CognitoError('InvalidLambdaResponseException', 'Unrecognizable lambda output');
  const details = answer.data.response.claimsAndScopeOverrideDetails;
  const groups = details?.groupOverrideDetails?.groupsToOverride;
  const withGroups = (original: Claims): Claims =>
    groups ? { ...original, 'cognito:groups': groups } : original;
  const accessChange = details?.accessTokenGeneration;
  const access = changeClaims(withGroups(claims.access), accessChange);
  return {
    id: changeClaims(withGroups(claims.id), details?.idTokenGeneration),
    access: { ...access, scope: changeScopes(String(access['scope']), accessChange) },
  };
}

async function invoke(pool: Pool, functionArn: string, event: unknown): Promise<unknown> {
  if (!pool.invokeTrigger)
    throw new Error(`The pool's trigger ${functionArn} cannot be run: no invokeTrigger was given.`);
  try {
    return await pool.invokeTrigger('preTokenGeneration', functionArn, event);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CognitoError(
      'UserLambdaValidationException',
      `PreTokenGeneration failed with error ${reason}.`,
    );
  }
}

function buildEvent(
  pool: Pool,
  user: User,
  clientId: string,
  source: TriggerSource,
  clientMetadata: Readonly<Record<string, string>> | undefined,
): unknown {
  return {
    version: '2',
    triggerSource: `TokenGeneration_${source}`,
    region: pool.region,
    userPoolId: pool.id,
    userName: user.username,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId },
    request: {
      userAttributes: { sub: user.sub, 'cognito:user_status': user.status, ...user.attributes },
      groupConfiguration: {
        groupsToOverride: pool.groups.namesOfUser(user.sub),
        iamRolesToOverride: [],
        preferredRole: null,
      },
      scopes: ['aws.cognito.signin.user.admin'],
      ...(clientMetadata && { clientMetadata }),
    },
    response: { claimsAndScopeOverrideDetails: null },
  };
}

function changeClaims(claims: Claims, change: z.output<typeof tokenChangeSchema> | null | undefined): Claims {
  const added = Object.entries(change?.claimsToAddOrOverride ?? {}).filter(
    ([name]) => !protectedClaims.has(name),
  );
  const suppressed = new Set(change?.claimsToSuppress?.filter((name) => !protectedClaims.has(name)));
  const merged = Object.entries({ ...claims, ...Object.fromEntries(added) });
  return Object.fromEntries(merged.filter(([name]) => !suppressed.has(name)));
}

function changeScopes(
  scope: string,
  change: z.output<typeof accessTokenChangeSchema> | null | undefined,
): string {
  const suppressed = new Set(change?.scopesToSuppress);
  const added = (change?.scopesToAdd ?? []).filter((name) => !name.startsWith('aws.cognito.'));
  return [...new Set([...scope.split(' '), ...added])].filter((name) => !suppressed.has(name)).join(' ');
}
