import { signIn } from '@aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from '@aws-amplify/auth/cognito';
import { ConsoleLogger } from '@aws-amplify/core';
import type { BrowserContextOptions } from 'playwright-core';
import { demoPassword } from '../../infra/demo/people.ts';
import { configureSession } from '../../web/src/session/session.ts';
import type { DemoCabinet } from './cabinet.ts';

// It warns of every endpoint that is not Amazon's.
ConsoleLogger.LOG_LEVEL = 'ERROR';

/** The state that signs a user in to a browser context. */
export type Session = Exclude<NonNullable<BrowserContextOptions['storageState']>, string>;

/**
 * Signs a user in with the library that the pages use, and without a browser, which takes a tenth of the time. The
 * library keeps one user at a time: a second call begins when the first one has ended.
 */
export async function createSession(cabinet: DemoCabinet, login: string): Promise<Session> {
  const storage = new Map<string, string>();
  configureSession({
    userPoolId: cabinet.userPoolId,
    userPoolClientId: cabinet.userPoolClientId,
    userPoolEndpoint: cabinet.endpoints['cognito-identity-provider'],
  });
  cognitoUserPoolsTokenProvider.setKeyValueStorage({
    setItem: (key, value) => Promise.resolve(void storage.set(key, value)),
    getItem: (key) => Promise.resolve(storage.get(key) ?? null),
    removeItem: (key) => Promise.resolve(void storage.delete(key)),
    clear: () => {
      storage.clear();
      return Promise.resolve();
    },
  });
  const { nextStep } = await signIn({ username: login, password: demoPassword });
  if (nextStep.signInStep !== 'DONE') throw new Error(`${login} has to ${nextStep.signInStep} first`);
  const localStorage = [...storage].map(([name, value]) => ({ name, value }));
  return { cookies: [], origins: [{ origin: cabinet.origin, localStorage }] };
}
