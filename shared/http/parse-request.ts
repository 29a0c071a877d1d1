import * as z from 'zod';
import { CabinetError, invalidRequest } from '../errors.ts';
import { applicantOf, applicationSecretHeader } from '../auth/applicant.ts';
import type { ApplicantScope, SignedInScope } from '../auth/scope.ts';
import { idempotencyRequest, type IdempotencyRequest } from '../table/idempotency.ts';
import { languages, languageOf, type Language } from '../text.ts';
import { attributesOf } from './attributes.ts';
import type { HttpEvent } from './event.ts';
import { problemsOf } from './problems.ts';
import { readJson } from './read-json.ts';
import type { Route } from './route.ts';

/** Bytes that the body of a request may have. */
const maxBodyBytes = 1_000_000;

const viewerAddressSchema = z.union([z.ipv4(), z.ipv6()]);

const jsonTypes = ['application/json', 'application/merge-patch+json'];

/** Parts of a request that are parsed. */
export interface ParsedRequest {
  readonly params: Record<string, unknown> | undefined;
  readonly query: Record<string, unknown> | undefined;
  readonly body: unknown;
  readonly language: Language;
  readonly contentLanguage: Language | undefined;
  readonly ifMatch: number | undefined;
  /** Address that the request came from, as the edge saw it: personal data, kept with consent and never logged. */
  readonly viewerAddress: string | undefined;
  readonly idempotency: IdempotencyRequest | undefined;
  /** The application that the secret identifies, on the routes that require one. */
  readonly applicant: ApplicantScope | undefined;
}

/**
 * Parses every part of a request by its route's schemas.
 *
 * @throws CabinetError `notFound` for path parameters that nothing can exist under, `invalidRequest`,
 *   `malformedJson`, `malformedRequest`, `payloadTooLarge`, `unsupportedMediaType`
 */
export function parseRequest(
  routeId: string,
  route: Route,
  event: HttpEvent,
  scope: SignedInScope | undefined,
  now: Date,
): ParsedRequest {
  const text = bodyOf(event);
  return {
    params: parseParams(route, event),
    query: parseQuery(route, event),
    body: parseBody(route, event, text),
    language: languageOf(event.headers['accept-language']),
    contentLanguage: parseContentLanguage(event.headers['content-language']),
    ifMatch: route.conditional === true ? parseIfMatch(event.headers['if-match']) : undefined,
    viewerAddress: viewerAddressSchema.safeParse(event.headers['x-viewer-address']).data,
    idempotency:
      route.creates !== undefined && scope !== undefined
        ? parseIdempotencyKey(event.headers['idempotency-key'], (key) =>
            // The path is part of the request: the same body for another order is another request.
            idempotencyRequest(scope, routeId, key, `${event.rawPath}\n${text ?? ''}`, now),
          )
        : undefined,
    applicant: route.access === 'applicant' ? parseApplicant(event) : undefined,
  };
}

function parseApplicant(event: HttpEvent): ApplicantScope {
  const applicant = applicantOf(event.headers[applicationSecretHeader.toLowerCase()] ?? '');
  if (applicant !== undefined) return applicant;
  throw headerProblem(applicationSecretHeader, {
    ru: 'Секрет заявления: 32 случайных байта в base64url, 43 знака',
    en: 'The secret of the application: 32 random bytes in base64url, 43 characters',
  });
}

function parseParams(route: Route, event: HttpEvent): Record<string, unknown> | undefined {
  const parsed = route.params?.safeParse(event.pathParameters ?? {});
  if (parsed?.success === false) throw new CabinetError('notFound');
  return parsed?.data;
}

function parseQuery(route: Route, event: HttpEvent): Record<string, unknown> | undefined {
  const schema = route.query ?? z.strictObject({});
  const parsed = schema.safeParse(event.queryStringParameters ?? {});
  if (!parsed.success) throw invalidRequest(problemsOf(parsed.error, 'query', Object.keys(schema.shape)));
  checkFields(route, parsed.data['fields']);
  return parsed.data;
}

/** `fields` may only name what the resource has. */
function checkFields(route: Route, fields: unknown): void {
  if (!Array.isArray(fields)) return;
  const known = attributesOf(route.success.body);
  if (fields.every((name) => known.includes(String(name)))) return;
  const list = known.join(', ');
  throw invalidRequest([
    { pointer: '?fields', message: { ru: `Есть атрибуты: ${list}`, en: `The attributes are: ${list}` } },
  ]);
}

function bodyOf(event: HttpEvent): string | undefined {
  if (event.body === undefined) return undefined;
  const bytes = Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > maxBodyBytes) throw new CabinetError('payloadTooLarge');
  return bytes.toString('utf8');
}

function parseBody(route: Route, event: HttpEvent, text: string | undefined): unknown {
  if (route.body === undefined) return undefined;
  const mediaType = (event.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (text !== undefined && !jsonTypes.includes(mediaType)) {
    const list = jsonTypes.join(', ');
    throw new CabinetError('unsupportedMediaType', {
      message: { ru: `Принимается: ${list}`, en: `Accepted: ${list}` },
    });
  }
  const parsed = route.body.safeParse(readJson(text ?? ''));
  if (!parsed.success) throw invalidRequest(problemsOf(parsed.error, 'body'));
  return parsed.data;
}

function parseContentLanguage(header: string | undefined): Language | undefined {
  if (header === undefined) return undefined;
  const language = languages.find((known) => header.trim().toLowerCase().split('-')[0] === known);
  if (language !== undefined) return language;
  const list = languages.join(', ');
  throw headerProblem('Content-Language', { ru: `Один из: ${list}`, en: `One of: ${list}` });
}

/** An `If-Match` names one version, as `ETag` gave it. `*` asks for no version in particular. */
function parseIfMatch(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const version = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(header)?.[1];
  if (version !== undefined) return Number(version);
  throw headerProblem('If-Match', {
    ru: 'Значение ETag ресурса, например "3"',
    en: 'The ETag of the resource, such as "3"',
  });
}

function parseIdempotencyKey(
  header: string | undefined,
  request: (key: string) => IdempotencyRequest,
): IdempotencyRequest | undefined {
  if (header === undefined) return undefined;
  if (/^[\x21-\x7e]{1,255}$/.test(header)) return request(header);
  throw headerProblem('Idempotency-Key', {
    ru: 'От 1 до 255 печатных знаков ASCII, например UUID',
    en: '1 to 255 printable ASCII characters, such as a UUID',
  });
}

function headerProblem(name: string, message: { ru: string; en: string }): CabinetError {
  return invalidRequest([{ pointer: `${name}:`, message }]);
}
