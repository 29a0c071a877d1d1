import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCognito, type RunningCognito } from '../../cognito/server.ts';
import type { CognitoMessage } from '../../cognito/settings.ts';
import { settingsIn, type FixtureOptions } from './pool-settings.ts';

export { testClientId, testPassword, testPoolId, testTemporaryPassword } from './pool-settings.ts';

export interface PoolFixture {
  readonly directory: string;
  readonly messages: CognitoMessage[];
  readonly running: RunningCognito;
  readonly endpoint: string;
  /** Signs with credentials that the pool knows. */
  readonly cognito: CognitoIdentityProviderClient;
  now(): Date;
  advance(seconds: number): void;
  restart(options?: FixtureOptions): Promise<void>;
  close(): Promise<void>;
}

/** A separate pool in its own directory, with a clock that tests move. */
export async function startPool(options: FixtureOptions = {}): Promise<PoolFixture> {
  const directory = mkdtempSync(join(tmpdir(), 'cognito-'));
  const messages: CognitoMessage[] = [];
  let time = Date.parse('2026-11-07T09:00:00Z');
  const start = (chosen: FixtureOptions): Promise<RunningCognito> =>
    startCognito({
      ...settingsIn(directory, chosen),
      clock: () => new Date(time),
      onMessage: (message) => messages.push(message),
    });
  let running = await start(options);
  const connect = (): CognitoIdentityProviderClient => connectTo(`http://127.0.0.1:${running.port}`);
  let cognito = connect();
  return {
    directory,
    messages,
    get running() {
      return running;
    },
    get endpoint() {
      return `http://127.0.0.1:${running.port}`;
    },
    get cognito() {
      return cognito;
    },
    now: () => new Date(time),
    advance: (seconds) => {
      time += seconds * 1000;
    },
    restart: async (chosen = options) => {
      cognito.destroy();
      await running.close();
      running = await start(chosen);
      cognito = connect();
    },
    close: async () => {
      cognito.destroy();
      await running.close();
      rmSync(directory, { recursive: true });
    },
  };
}

/** An SDK client as a Lambda function has one. */
export function connectTo(endpoint: string, secretAccessKey = 'secret'): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey },
    maxAttempts: 1,
  });
}
