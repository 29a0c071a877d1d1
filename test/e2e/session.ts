import type { BrowserContext, BrowserContextOptions } from 'playwright-core';

/** What makes somebody signed in in another browser context, too. */
export type Session = NonNullable<BrowserContextOptions['storageState']>;

/** The tokens that a context holds, without the language and scheme that were chosen in it. */
export async function readSession(context: BrowserContext): Promise<Session> {
  const { cookies, origins } = await context.storageState();
  return {
    cookies,
    origins: origins.map(({ origin, localStorage }) => ({
      origin,
      localStorage: localStorage.filter(({ name }) => name.startsWith('CognitoIdentityServiceProvider.')),
    })),
  };
}
