import type { BrowserContext, BrowserContextOptions } from 'playwright-core';

/** The state that signs a user in to another browser context. */
export type Session = NonNullable<BrowserContextOptions['storageState']>;

/** The tokens of a context, without the language and scheme chosen in it. */
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
