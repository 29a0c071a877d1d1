import {
  AssociateSoftwareTokenCommand,
  CognitoIdentityProviderClient,
  GetTokensFromRefreshTokenCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capabilities } from '../../../infra/declarations/capabilities.ts';
import type { StageName } from '../../../infra/config.ts';
import { type RunningCabinet, startCabinet } from '../../../infra/demo/cabinet.ts';
import { signInWithSrp } from '../../../infra/local/cognito/sign-in.ts';
import { computeTotpCode } from '../../../infra/local/cognito/totp.ts';
import { demoPassword, demoPeople, managerLogin } from '../../../infra/demo/people.ts';
import { seedPeople } from '../../../infra/demo/seed-people.ts';
import { secondFactorClaim } from '../../../shared/auth/membership.ts';
import type { Role } from '../../../shared/auth/roles.ts';
import { routeKeyOf } from '../../../shared/http/operations.ts';
import { rolesOf, type Route } from '../../../shared/http/route.ts';
import { claimsOf } from '../../../infra/local/testing/cognito/users.ts';

const me = '/cabinet/v1/me';
const orders = '/tmf-api/productOrderingManagement/v4/productOrder';
const routes = capabilities.flatMap((capability): Route[] => Object.values(capability.routes));

/** A whole cabinet of one stage's template, whose people have passwords and nothing else. */
function openCabinet(stage: StageName) {
  const directory = mkdtempSync(path.join(tmpdir(), `cabinet-${stage}-`));
  let cabinet: RunningCabinet;
  let cognito: CognitoIdentityProviderClient;
  beforeAll(async () => {
    const seed = async (context: Parameters<typeof seedPeople>[0]) => {
      await seedPeople(context);
    };
    cabinet = await startCabinet({ dataDirectory: path.join(directory, 'data'), stage, seed });
    const endpoint = cabinet.endpoints['cognito-identity-provider'];
    cognito = new CognitoIdentityProviderClient({ endpoint, region: cabinet.region });
  }, 300_000);
  afterAll(async () => {
    cognito.destroy();
    await cabinet.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const ask = async (token: string, address: string, method = 'GET') => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(cabinet.origin + address, { method, headers });
    const body = (await response.json()) as { code?: string; accessBlock?: string };
    return { status: response.status, code: body.code, accessBlock: body.accessBlock };
  };
  return {
    ask,
    /** What all routes of a role answer, by their names; whatever they need beside a token is left out. */
    askAll: async (token: string, role: Role) => {
      const answers: Record<string, string | undefined> = {};
      for (const route of routes.filter((candidate) => rolesOf(candidate).includes(role))) {
        const { code } = await ask(token, route.path.replaceAll(/\{\w+\}/g, 'x'), route.method);
        answers[routeKeyOf(route)] = code;
      }
      return answers;
    },
    signIn: (username: string, totpCode?: () => string) =>
      signInWithSrp({
        endpoint: cabinet.endpoints['cognito-identity-provider'],
        poolId: cabinet.userPoolId,
        clientId: cabinet.userPoolClientId,
        username,
        password: demoPassword,
        totpCode,
      }),
    refresh: async (RefreshToken: string) => {
      const command = new GetTokensFromRefreshTokenCommand({
        ClientId: cabinet.userPoolClientId,
        RefreshToken,
      });
      return (await cognito.send(command)).AuthenticationResult?.AccessToken ?? '';
    },
    /** Sets up one-time codes as the blocking page does; returns their secret. */
    setUpTotp: async (AccessToken: string) => {
      const { SecretCode = '' } = await cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }));
      const UserCode = computeTotpCode(SecretCode, new Date());
      await cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
      const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
      await cognito.send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings }));
      return SecretCode;
    },
  };
}

const refused = { status: 403, code: 'mfaRequired', accessBlock: undefined };
const answered = { status: 200, code: undefined, accessBlock: undefined };
const carriers = demoPeople.filter(({ operator }) => operator === undefined);
const operators = demoPeople.filter(({ operator }) => operator !== undefined);
const free = routes.filter(({ allowedWhileBlocked }) => allowedWhileBlocked === true).map(routeKeyOf);
const claimIn = (token: string) => claimsOf(token)[secondFactorClaim];

describe('a cabinet whose stage wants a second factor of the carrier’s people', () => {
  const cabinet = openCabinet('prod');
  /** A code opens once: the one of the next half minute, which is taken already, has not been used. */
  const nextCode = (secret: string) => () => computeTotpCode(secret, new Date(Date.now() + 30_000));

  it.each(carriers)('answers $login only with the signed-in user', async ({ login, role }) => {
    const { accessToken } = await cabinet.signIn(login);
    expect(claimIn(accessToken)).toBe('false');
    expect(await cabinet.ask(accessToken, me)).toEqual({ ...answered, accessBlock: 'mfaRequired' });
    for (const [route, code] of Object.entries(await cabinet.askAll(accessToken, role)))
      expect([route, code === 'mfaRequired']).toEqual([route, !free.includes(route)]);
  });

  it('opens to a manager who sets one-time codes up, with the next token and not before', async () => {
    const before = await cabinet.signIn(managerLogin);
    const secret = await cabinet.setUpTotp(before.accessToken);
    expect(await cabinet.ask(before.accessToken, orders)).toEqual(refused);
    expect(await cabinet.ask(before.accessToken, me)).toEqual({ ...answered, accessBlock: 'mfaRequired' });

    const refreshed = await cabinet.refresh(before.refreshToken);
    await expect(cabinet.signIn(managerLogin)).rejects.toThrow('SOFTWARE_TOKEN_MFA');
    const { accessToken } = await cabinet.signIn(managerLogin, nextCode(secret));
    for (const token of [refreshed, accessToken]) {
      expect(claimIn(token)).toBe('true');
      expect(await cabinet.ask(token, me)).toEqual(answered);
      expect(await cabinet.ask(token, orders)).toEqual(answered);
    }
    expect(Object.values(await cabinet.askAll(accessToken, 'manager'))).not.toContain('mfaRequired');
    // What the new token opens stays closed to the old one, whatever the functions keep of its owner.
    expect(await cabinet.ask(before.accessToken, orders)).toEqual(refused);
  });

  it.each(operators)('asks $login for none', async ({ login, role }) => {
    const { accessToken } = await cabinet.signIn(login);
    expect(claimIn(accessToken)).toBe('false');
    expect(await cabinet.ask(accessToken, me)).toEqual(answered);
    if (role === 'technical') expect(await cabinet.ask(accessToken, orders)).toEqual(answered);
  });
});

describe('a cabinet whose stage wants none', () => {
  const cabinet = openCabinet('dev');

  it.each(carriers)('hinders $login in nothing', async ({ login, role }) => {
    const { accessToken } = await cabinet.signIn(login);
    expect(claimIn(accessToken)).toBe('false');
    expect(await cabinet.ask(accessToken, me)).toEqual(answered);
    expect(Object.values(await cabinet.askAll(accessToken, role))).not.toContain('mfaRequired');
    if (role === 'manager') expect(await cabinet.ask(accessToken, orders)).toEqual(answered);
  });
});
