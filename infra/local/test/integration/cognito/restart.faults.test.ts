import { AdminGetUserCommand, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { startCognito } from '../../../cognito/server.ts';
import { computeTotpCode } from '../../../cognito/totp.ts';
import {
  testClientId,
  connectTo,
  testPassword,
  testPoolId,
  startPool,
  testTemporaryPassword,
  type PoolFixture,
} from '../../../testing/cognito/pool-fixture.ts';
import { settingsIn } from '../../../testing/cognito/pool-settings.ts';
import { answer, enlist, enrolTotp, invite, signIn, tryPassword } from '../../../testing/cognito/users.ts';
import { faultRounds } from '../../../testing/fault-rounds.ts';

describe('a restart', () => {
  let pool: PoolFixture;
  afterEach(() => pool.close());

  it('preserves keys, users, sign-ins and unfinished sign-ins', async () => {
    pool = await startPool();
    await enlist(pool, 'anna@example.org');
    const tokens = await signIn(pool, 'anna@example.org');
    const secret = await enrolTotp(pool, tokens);
    await invite(pool, 'boris@example.org');
    const keys = pool.running.jwks();
    const waitingForCode = await tryPassword(pool, 'anna@example.org');
    const waitingForPassword = await tryPassword(pool, 'boris@example.org', testTemporaryPassword);

    await pool.restart();

    expect(pool.running.jwks()).toEqual(keys);
    pool.advance(30);
    await answer(pool, 'SOFTWARE_TOKEN_MFA', waitingForCode.Session, 'anna@example.org', {
      SOFTWARE_TOKEN_MFA_CODE: computeTotpCode(secret, pool.now()),
    });
    await answer(pool, 'NEW_PASSWORD_REQUIRED', waitingForPassword.Session, 'boris@example.org', {
      NEW_PASSWORD: testPassword,
    });
    await pool.cognito.send(
      new InitiateAuthCommand({
        ClientId: testClientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: tokens.RefreshToken },
      }),
    );
  });

  it('does not lift a lock', async () => {
    pool = await startPool();
    await enlist(pool, 'anna@example.org');
    for (let attempt = 1; attempt <= 5; attempt++)
      await expect(tryPassword(pool, 'anna@example.org', 'Wrong-Password-1!')).rejects.toThrow();
    await pool.restart();
    await expect(tryPassword(pool, 'anna@example.org')).rejects.toThrow('Password attempts exceeded');
  });

  it('is refused while the first one runs, and for another pool', async () => {
    pool = await startPool();
    await expect(startCognito(settingsIn(pool.directory))).rejects.toThrow('in use by another process');
    const other = settingsIn(pool.directory);
    await pool.running.close();
    await expect(
      startCognito({ ...other, pool: { ...other.pool, id: 'eu-central-1_Another01' } }),
    ).rejects.toThrow('belong to the pool eu-central-1_LocalPool1');
  });

  it('leaves no secret readable: neither passwords, codes, sessions nor refresh tokens', async () => {
    pool = await startPool();
    await enlist(pool, 'anna@example.org');
    const { RefreshToken } = await signIn(pool, 'anna@example.org');
    await invite(pool, 'boris@example.org');
    const { Session } = await tryPassword(pool, 'boris@example.org', testTemporaryPassword);
    await pool.running.close();
    const database = new DatabaseSync(join(pool.directory, 'cognito.sqlite'), { readOnly: true });
    const everything = ['users', 'sign_ins', 'refresh_tokens', 'challenges'].map((table) =>
      JSON.stringify(database.prepare(`SELECT * FROM ${table}`).all()),
    );
    database.close();
    for (const secret of [testPassword, testTemporaryPassword, RefreshToken, Session!])
      expect(everything.join()).not.toContain(secret);
  });
});

describe.each(faultRounds(30))('kill -9, round %i,', () => {
  it('during writes loses nothing that was acknowledged', { timeout: 60_000 }, async () => {
    const directory = mkdtempSync(join(tmpdir(), 'cognito-kill-'));
    const answered: string[] = [];
    for (let round = 0; round < 2; round++) {
      const { child, port } = await startInProcess(directory);
      const cognito = connectTo(`http://127.0.0.1:${port}`);
      const pool = { cognito } as PoolFixture;
      const write = async (writer: number): Promise<void> => {
        for (let index = 0; ; index++) {
          const email = `user-${round}-${writer}-${index}@example.org`;
          await invite(pool, email);
          answered.push(email);
          if (answered.length === (round + 1) * 30) child.kill('SIGKILL');
        }
      };
      await Promise.allSettled([0, 1, 2].map(write));
      if (child.signalCode === null) await once(child, 'exit');
      cognito.destroy();
    }
    const { child, port } = await startInProcess(directory);
    const cognito = connectTo(`http://127.0.0.1:${port}`);
    expect(answered.length).toBeGreaterThanOrEqual(60);
    for (const email of answered)
      await cognito.send(new AdminGetUserCommand({ UserPoolId: testPoolId, Username: email }));
    cognito.destroy();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const database = new DatabaseSync(join(directory, 'cognito.sqlite'));
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    database.close();
    rmSync(directory, { recursive: true });
  });
});

async function startInProcess(directory: string): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(new URL('./pool-process.ts', import.meta.url), [directory], { execArgv: [] });
  const [port] = (await once(child, 'message')) as [number];
  return { child, port };
}
