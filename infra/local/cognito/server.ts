import { randomUUID, type JsonWebKey } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { dispatch } from './dispatch.ts';
import { CognitoError } from './errors.ts';
import { createCatalogue } from './operations.ts';
import { openPool, type Pool } from './pool.ts';
import type { CognitoSettings } from './settings.ts';

/** A running local Cognito. */
export interface RunningCognito {
  readonly port: number;
  /** The issuer of its tokens, the same as in AWS. */
  readonly issuer: string;
  /** The public keys of its tokens. */
  jwks(): readonly JsonWebKey[];
  /** Stops immediately; can be called again. */
  close(): Promise<void>;
}

const maxBodyBytes = 128 * 1024;

/** CORS headers of every response; Cognito's API is open to all origins. */
const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
};

const preflightHeaders = {
  ...corsHeaders,
  'access-control-allow-methods': 'POST, GET, OPTIONS',
  'access-control-allow-headers':
    'authorization,cache-control,content-type,x-amz-target,x-amz-date,x-amz-user-agent,x-amz-content-sha256,' +
    'x-amz-security-token,amz-sdk-invocation-id,amz-sdk-request',
  'access-control-max-age': '172800',
};

/**
 * Starts the user pool in `settings.directory` on 127.0.0.1.
 * @throws Error when the port or the directory is in use
 */
export async function startCognito(settings: CognitoSettings): Promise<RunningCognito> {
  return serveCognito(openPool(settings), settings);
}

/** Serves an open pool; closing the server closes it. */
export async function serveCognito(pool: Pool, settings: CognitoSettings): Promise<RunningCognito> {
  const catalogue = createCatalogue(pool);
  const perform = async (request: IncomingMessage): Promise<object> => {
    const body = await readBody(request);
    const [rawPath = '/', query = ''] = (request.url ?? '/').split('?');
    const signed = { method: request.method ?? 'POST', rawPath, query, headers: request.headers };
    return dispatch({ catalogue, access: settings.access, poolArn: pool.arn }, signed, body);
  };
  const server = createServer((request, response) => {
    if (request.method === 'OPTIONS') response.writeHead(200, preflightHeaders).end();
    else if (request.method === 'GET') answerDiscovery(pool, request.url ?? '/', response);
    else
      void perform(request).then(
        (answer) => {
          answerJson(response, 200, answer);
        },
        (error: unknown) => {
          answerError(response, error);
        },
      );
  });
  try {
    await listen(server, settings.port);
  } catch (error) {
    pool.database.close();
    throw error;
  }
  const address = server.address();
  let closing: Promise<void> | undefined;
  return {
    port: typeof address === 'object' && address !== null ? address.port : settings.port,
    issuer: pool.issuer,
    jwks: () => [pool.signingKey.jwk],
    close: () =>
      (closing ??= stop(server).finally(() => {
        pool.database.close();
      })),
  };
}

function answerDiscovery(pool: Pool, url: string, response: ServerResponse): void {
  switch (url) {
    case `/${pool.id}/.well-known/jwks.json`:
      answer(response, 200, 'application/json', { keys: [pool.signingKey.jwk] });
      return;
    case `/${pool.id}/.well-known/openid-configuration`:
      answer(response, 200, 'application/json', {
        issuer: pool.issuer,
        jwks_uri: `${pool.issuer}/.well-known/jwks.json`,
        id_token_signing_alg_values_supported: ['RS256'],
        response_types_supported: ['code', 'token'],
        subject_types_supported: ['public'],
      });
      return;
    default:
      answer(response, 404, 'application/json', { message: 'Not Found' });
  }
}

function answerError(response: ServerResponse, error: unknown): void {
  const known =
    error instanceof CognitoError
      ? error
      : new CognitoError('InternalErrorException', 'Internal error: see the output of the local stack.', 500);
  if (known !== error) console.error('The local Cognito failed:', error);
  if (known.code === 'NotImplemented') console.error(known.message);
  response.setHeader('x-amzn-ErrorType', `${known.code}:`);
  // A header allows no line breaks and only Latin-1.
  response.setHeader('x-amzn-ErrorMessage', known.message.replace(/[^\x20-\x7e]+/g, ' '));
  answerJson(response, known.statusCode, { __type: known.code, message: known.message });
}

function answerJson(response: ServerResponse, statusCode: number, body: object): void {
  answer(response, statusCode, 'application/x-amz-json-1.1', body);
}

function answer(response: ServerResponse, statusCode: number, contentType: string, body: object): void {
  const headers = { ...corsHeaders, 'content-type': contentType, 'x-amzn-RequestId': randomUUID() };
  response.writeHead(statusCode, headers).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const body = await buffer(request);
  if (body.length > maxBodyBytes)
    throw new CognitoError('RequestEntityTooLargeException', 'The request is too large.', 413);
  return body;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error) reject(error);
      else resolve();
    });
    server.closeAllConnections();
  });
}
