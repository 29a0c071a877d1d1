import type { Answer } from './answer.ts';
import type { CorsRule } from './storage/bucket-configuration.ts';
import { S3Error } from './s3-error.ts';

type Headers = ReadonlyMap<string, string>;

/**
 * Answers a preflight by the first of the bucket's rules that allows origin, method and all headers. Source: "Using
 * cross-origin resource sharing", S3 user guide.
 * @throws S3Error `AccessForbidden` when none does, `BadRequest` for an incomplete preflight
 */
export function answerPreflight(rules: readonly CorsRule[], headers: Headers): Answer {
  const origin = headers.get('origin');
  const method = headers.get('access-control-request-method');
  if (origin === undefined || method === undefined) {
    throw new S3Error(
      'BadRequest',
      'Insufficient information. Origin and Access-Control-Request-Method are needed.',
    );
  }
  if (rules.length === 0)
    throw new S3Error('AccessForbidden', 'CORSResponse: CORS is not enabled for this bucket.');
  const requested = (headers.get('access-control-request-headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const rule = rules.find(
    (candidate) =>
      allows(candidate, origin, method) &&
      requested.every((name) =>
        candidate.allowedHeaders.some((pattern) => matches(pattern.toLowerCase(), name)),
      ),
  );
  if (!rule) throw new S3Error('AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
  const allowedHeaders: Record<string, string> =
    requested.length === 0 ? {} : { 'access-control-allow-headers': requested.join(', ') };
  return { status: 200, headers: { ...describe(rule, origin), ...allowedHeaders } };
}

/** The headers that allow a page of another origin to read a response; none when no rule allows it. */
export function corsHeaders(
  rules: readonly CorsRule[],
  method: string,
  headers: Headers,
): Record<string, string> {
  const origin = headers.get('origin');
  if (origin === undefined) return {};
  const rule = rules.find((candidate) => allows(candidate, origin, method));
  return rule ? describe(rule, origin) : {};
}

function allows(rule: CorsRule, origin: string, method: string): boolean {
  return (
    rule.allowedMethods.includes(method) && rule.allowedOrigins.some((pattern) => matches(pattern, origin))
  );
}

/** A pattern contains at most one `*`, which matches any text. */
function matches(pattern: string, text: string): boolean {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return pattern === text;
  return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
}

function describe(rule: CorsRule, origin: string): Record<string, string> {
  const isAny = rule.allowedOrigins.includes('*');
  return {
    'access-control-allow-origin': isAny ? '*' : origin,
    ...(isAny ? {} : { 'access-control-allow-credentials': 'true' }),
    'access-control-allow-methods': rule.allowedMethods.join(', '),
    ...(rule.exposedHeaders.length > 0 && {
      'access-control-expose-headers': rule.exposedHeaders.join(', '),
    }),
    ...(rule.maxAgeSeconds !== undefined && { 'access-control-max-age': String(rule.maxAgeSeconds) }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}
