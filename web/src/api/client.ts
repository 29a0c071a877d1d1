import i18next from 'i18next';
import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '../i18n/languages.ts';
import { reportSessionLost } from '../session/session-lost.ts';
import { accessToken } from '../session/session.ts';
import type { paths } from './schema.d.ts';

/** How long the pages wait for an answer, in milliseconds: the gateway gives up after 30 s. */
const patience = 30_000;

/**
 * Adds who asks and in which language. A token that the gateway refuses is refreshed once; when that fails, the
 * request waits until its owner has signed in again, so that nothing typed is lost.
 */
const authentication: Middleware = {
  async onRequest({ request }) {
    if (!request.headers.has('accept-language')) request.headers.set('accept-language', currentLanguage());
    const token = await accessToken();
    if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
    return request;
  },
};

async function fetchWithSession(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetchInTime(request);
  if (response.status !== 401) return response;
  if ((await accessToken(true)) === undefined) await reportSessionLost();
  const token = await accessToken();
  if (token !== undefined) again.headers.set('authorization', `Bearer ${token}`);
  return fetchInTime(again);
}

/** @throws what a person can read, where no answer comes */
async function fetchInTime(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(patience) });
  } catch (error) {
    throw new Error(i18next.t('states.noAnswer'), { cause: error });
  }
}

export const api = createClient<paths>({
  baseUrl: '',
  fetch: fetchWithSession,
  querySerializer: { array: { style: 'form', explode: false } },
});
api.use(authentication);
