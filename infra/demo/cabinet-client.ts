import { fetchConfiguration } from './fetch-configuration.ts';
import { signInWithSrp } from '../local/cognito/sign-in.ts';

/** A response of the cabinet. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Milliseconds. */
const timeoutMs = 30_000;

/** A client of a running cabinet, written as an operator's own system would be: an access token and HTTP. */
export class CabinetClient {
  readonly #origin: string;
  readonly #token: string;

  private constructor(origin: string, token: string) {
    this.#origin = origin;
    this.#token = token;
  }

  /** Signs in by SRP to the user pool from the cabinet's `/config.json`. */
  static async signIn(origin: string, username: string, password: string): Promise<CabinetClient> {
    const { userPoolId, userPoolClientId, userPoolEndpoint } = await fetchConfiguration(origin);
    const { accessToken } = await signInWithSrp({
      endpoint: userPoolEndpoint,
      poolId: userPoolId,
      clientId: userPoolClientId,
      username,
      password,
    });
    return new CabinetClient(origin, accessToken);
  }

  async request(
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const response = await fetch(this.#origin + path, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        'accept-language': 'en',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    const content: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, headers: response.headers, body: content };
  }
}
