import i18next from 'i18next';
import createClient, { type Middleware } from 'openapi-fetch';
import * as z from 'zod/mini';
import { queryClient } from './query-client.ts';
import { currentLanguage } from '../i18n/languages.ts';
import { challengeBarrier } from '../session/challenge.ts';
import { accessBlockBarrier, removableAccessBlock } from '../session/access-block.ts';
import { reportSessionLost } from '../session/session-lost.ts';
import { accessToken } from '../session/session.ts';
import type { paths } from './schema.d.ts';

/** How long the pages wait for an answer, in milliseconds: the gateway gives up after 30 s. */
const requestTimeout = 30_000;

/**
 * Adds who asks and in which language. A token that the gateway refuses is refreshed once; when that fails, the
 * request waits until its owner has signed in again, so that nothing typed is lost.
 */
const authentication: Middleware = {
  async onRequest({ request }) {
    if (!request.headers.has('accept-language')) request.headers.set('accept-language', currentLanguage());
    await authorize(request);
    return request;
  },
};

/**
 * A request refused with an access block, such as rules to accept, is repeated once the user has resolved it, so that
 * nothing typed is lost either.
 */
async function fetchAdmitted(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetchWithSession(request);
  if (response.status !== 403) return response;
  const code = await codeOf(response.clone());
  const accessBlock = removableAccessBlock(code);
  if (accessBlock === undefined) {
    // Reading the user again shows that the operator is closed.
    if (code === 'operatorClosed') void queryClient.invalidateQueries({ queryKey: ['me'] });
    return response;
  }
  await accessBlockBarrier.raise(accessBlock);
  await authorize(again);
  return fetchWithSession(again);
}

async function fetchWithSession(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetchUnchallenged(request);
  if (response.status !== 401) return response;
  if ((await accessToken(true)) === undefined) await reportSessionLost();
  await authorize(again);
  return fetchUnchallenged(again);
}

/**
 * The firewall answers a public form with a challenge (202, and this header) that only a page can meet, while it is
 * loaded: so it is reloaded, and continues with what it saved (AWS WAF developer guide, "CAPTCHA and Challenge actions").
 *
 * @throws an error with a message for the user if a reload did not help
 */
async function fetchUnchallenged(request: Request): Promise<Response> {
  const response = await fetchInTime(request);
  if (response.headers.get('x-amzn-waf-action') !== 'challenge') return response;
  await challengeBarrier.raise('challenged');
  throw new Error(i18next.t('api.challenged'));
}

async function authorize(request: Request): Promise<void> {
  const token = await accessToken();
  if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
}

async function codeOf(response: Response): Promise<string | undefined> {
  try {
    return z.object({ code: z.string() }).parse(await response.json()).code;
  } catch {
    return undefined;
  }
}

/** @throws an error with a message for the user if no answer comes */
async function fetchInTime(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(requestTimeout) });
  } catch (error) {
    throw new Error(i18next.t('api.noAnswer'), { cause: error });
  }
}

export const api = createClient<paths>({
  baseUrl: '',
  fetch: fetchAdmitted,
  querySerializer: { array: { style: 'form', explode: false } },
});
api.use(authentication);
