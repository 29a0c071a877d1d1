import { JwtVerifier } from 'aws-jwt-verify';
import {
  JwksNotAvailableInCacheError,
  JwtExpiredError,
  JwtInvalidIssuerError,
  JwtInvalidSignatureError,
  JwtNotBeforeError,
  KidNotFoundInJwksError,
} from 'aws-jwt-verify/error';
import { assertIsJwks } from 'aws-jwt-verify/jwk';
import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt';
import * as z from 'zod';
import type { JwtAuthorization } from './api.ts';
import { gatewayMessage, type GatewayResponse } from './exchange.ts';

/** Public keys of a token issuer (RFC 7517). */
export interface JsonWebKeySet {
  readonly keys: readonly Readonly<Record<string, unknown>>[];
}

/** Finds the keys of an issuer. */
export type FindKeys = (issuer: string) => Promise<JsonWebKeySet>;

/** `requestContext.authorizer` of an accepted token. */
export interface AuthorizerContext {
  readonly jwt: {
    readonly claims: Readonly<Record<string, string>>;
    readonly scopes: readonly string[] | null;
  };
}

type Authorization =
  | { readonly ok: true; readonly context: AuthorizerContext }
  | { readonly ok: false; readonly response: GatewayResponse };

/** Checks the `Authorization` header of a request. */
export type Authorize = (header: string | undefined, required: JwtAuthorization) => Promise<Authorization>;

/**
 * The JWT authorizer of HTTP APIs: RSA signatures only; issuer, audience (`client_id` if there is no `aud`), expiry,
 * not-before, issued-at, and one of the route's scopes. The scheme `Bearer` is optional. Source: API Gateway
 * Developer Guide, "Control access to HTTP APIs with JWT authorizers". Of the texts in `WWW-Authenticate`, AWS only
 * documents the one about the audience; the others are similar.
 * @param now milliseconds since the epoch
 */
export function createAuthorizer(jwks: FindKeys, now: () => number): Authorize {
  const verifiers = new Map<string, ReturnType<typeof createVerifier>>();
  const verify = async (token: string, issuer: string): Promise<Claims> => {
    const verifier = verifiers.get(issuer) ?? createVerifier(issuer);
    verifiers.set(issuer, verifier);
    try {
      return verifier.verifySync(token);
    } catch (error) {
      const isUnknownKey =
        error instanceof JwksNotAvailableInCacheError || error instanceof KidNotFoundInJwksError;
      if (!isUnknownKey) throw error;
      const keys = z.json().parse(await jwks(issuer));
      assertIsJwks(keys);
      verifier.cacheJwks(keys);
      return verifier.verifySync(token);
    }
  };

  return async (header, required) => {
    const token = header?.replace(/^Bearer /i, '') ?? '';
    if (token === '') return { ok: false, response: gatewayMessage(401, { 'www-authenticate': 'Bearer' }) };
    let claims: Claims;
    try {
      if (!/^RS(256|384|512)$/.test(String(decomposeUnverifiedJwt(token).header.alg)))
        return unauthorized('the signing method is not supported');
      claims = await verify(token, required.issuer);
    } catch (error) {
      return unauthorized(explain(error));
    }
    const audience = toList(claims['aud'] ?? claims['client_id']);
    if (!audience.some((value) => typeof value === 'string' && required.audience.includes(value)))
      return unauthorized('the token does not have a valid audience');
    if (typeof claims['exp'] !== 'number') return unauthorized('the token does not expire');
    if (typeof claims['iat'] === 'number' && claims['iat'] * 1000 > now())
      return unauthorized('the token was issued in the future');

    const granted = scopesOf(claims);
    if (
      required.scopes &&
      required.scopes.length > 0 &&
      !required.scopes.some((scope) => granted.includes(scope))
    )
      return forbidden(required.scopes);
    const rendered = Object.entries(claims).map(([name, value]) => [name, renderClaim(value)] as const);
    const scopes = required.scopes && required.scopes.length > 0 ? required.scopes : null;
    return { ok: true, context: { jwt: { claims: Object.fromEntries(rendered), scopes } } };
  };
}

type Claims = Readonly<Record<string, unknown>>;

function createVerifier(issuer: string) {
  return JwtVerifier.create({ issuer, audience: null });
}

/** `scope` as space-separated text, or `scp` as text or list. */
function scopesOf(claims: Claims): readonly unknown[] {
  const value = claims['scope'] ?? claims['scp'];
  return typeof value === 'string' ? value.split(' ') : toList(value);
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** API Gateway formats claims as Go prints values: a list is `[a b]`, an object `map[key:value]`. */
function renderClaim(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(renderClaim).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `map[${members.map(([key, member]) => `${key}:${renderClaim(member)}`).join(' ')}]`;
}

function explain(error: unknown): string {
  if (error instanceof JwtExpiredError) return 'the token has expired';
  if (error instanceof JwtNotBeforeError) return 'the token is not valid yet';
  if (error instanceof JwtInvalidIssuerError) return 'the token does not have a valid issuer';
  if (error instanceof JwtInvalidSignatureError) return 'the signature is invalid';
  if (error instanceof KidNotFoundInJwksError) return 'the signing key is unknown';
  return 'the token is malformed';
}

function unauthorized(description: string): Authorization {
  const challenge = `Bearer scope="" error="invalid_token" error_description="${description}"`;
  return { ok: false, response: gatewayMessage(401, { 'www-authenticate': challenge }) };
}

function forbidden(scopes: readonly string[]): Authorization {
  const description = 'the token does not have a required scope';
  const challenge = `Bearer scope="${scopes.join(' ')}" error="insufficient_scope" error_description="${description}"`;
  return { ok: false, response: gatewayMessage(403, { 'www-authenticate': challenge }) };
}
