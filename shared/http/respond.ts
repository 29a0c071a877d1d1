import * as z from 'zod';
import type { CabinetError } from '../errors.ts';
import { contentDisposition } from '../files/content-disposition.ts';
import type { Language } from '../text.ts';
import { selectAttributes } from './attributes.ts';
import { errorResponse } from './error-response.ts';
import type { HttpEvent, HttpResult } from './event.ts';
import type { Reply, Route } from './route.ts';

/** A response that violates its contract: a defect of the API, not of the caller. */
export class ContractBroken extends Error {
  readonly pointers: string;
  constructor(pointers: string) {
    super('contract broken');
    this.name = 'ContractBroken';
    this.pointers = pointers;
  }
}

const always = { 'cache-control': 'no-store', vary: 'Accept-Language' } as const;
const json = { 'content-type': 'application/json; charset=utf-8' } as const;

/** What passes by itself is worth another attempt after this time. */
const unavailableSeconds = 2;

const fileReplySchema = z.object({ bytes: z.instanceof(Uint8Array), fileName: z.string() });

/**
 * Turns a handler's reply into an HTTP response, once it keeps the contract of its route.
 *
 * @param fields attributes that the caller asked for
 * @throws ContractBroken
 */
export function respond(
  route: Route,
  reply: Reply<Route>,
  event: HttpEvent,
  language: Language,
  fields: readonly string[] | undefined,
): HttpResult {
  const { status, body: schema, file } = route.success;
  const headers: Record<string, string> = { ...always };
  if (reply.version !== undefined) headers['etag'] = `"${String(reply.version)}"`;
  if (reply.location !== undefined) headers['location'] = reply.location;
  if (file !== undefined) {
    const { bytes, fileName } = fileReplySchema.parse(reply.body);
    return {
      statusCode: status,
      headers: {
        ...headers,
        'content-type': file,
        'content-disposition': contentDisposition('inline', fileName),
      },
      body: Buffer.from(bytes).toString('base64'),
      isBase64Encoded: true,
    };
  }
  if (schema === undefined) return { statusCode: status, headers };

  const parsed = schema.safeParse(reply.body);
  if (!parsed.success) {
    throw new ContractBroken(
      parsed.error.issues.map(({ path, code }) => `/${path.join('/')} ${code}`).join(', '),
    );
  }
  const whole: unknown = parsed.data;
  if (Array.isArray(whole)) {
    headers['x-result-count'] = String(whole.length);
    if (reply.total !== undefined) headers['x-total-count'] = String(reply.total);
    if (reply.next !== undefined) headers['link'] = `<${nextAddress(event, reply.next)}>; rel="next"`;
  }
  const body = fields === undefined ? whole : selectAttributes(whole, fields, route.fields ?? 'andIdentity');
  return {
    statusCode: status,
    headers: { ...headers, ...json, 'content-language': language },
    body: JSON.stringify(body),
  };
}

/** Answers a refusal. */
export function refuse(error: CabinetError, language: Language): HttpResult {
  const { status, body } = errorResponse(error, language);
  const retryAfter = status === 503 ? unavailableSeconds : error.details.retryAfterSeconds;
  return {
    statusCode: status,
    headers: {
      ...always,
      ...json,
      'content-language': language,
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
    body: JSON.stringify(body),
  };
}

/** The same list, from where this page ended (RFC 8288). */
function nextAddress(event: HttpEvent, cursor: string): string {
  const query = new URLSearchParams(event.rawQueryString);
  query.delete('offset');
  query.set('cursor', cursor);
  return `${event.rawPath}?${query.toString()}`;
}
