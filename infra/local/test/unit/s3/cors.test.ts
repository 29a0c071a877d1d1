import { describe, expect, it } from 'vitest';
import { answerPreflight, corsHeaders } from '../../../s3/cors.ts';

const app = 'https://app.example';
const rule = {
  allowedOrigins: [app, 'https://*.preview.example'],
  allowedMethods: ['POST', 'GET'],
  allowedHeaders: ['content-type', 'x-amz-*'],
  exposedHeaders: ['ETag'],
  maxAgeSeconds: 300,
};
const preflight = (origin: string, method: string, headers?: string) =>
  answerPreflight(
    [rule],
    new Map([
      ['origin', origin],
      ['access-control-request-method', method],
      ...(headers === undefined ? [] : [['access-control-request-headers', headers] as const]),
    ]),
  );
const forbidden = expect.objectContaining({ code: 'AccessForbidden', status: 403 });

describe('a preflight', () => {
  it('is answered by the rule that allows origin, method and every header', () => {
    expect(preflight(app, 'POST', 'Content-Type, X-Amz-Meta-Kind')).toEqual({
      status: 200,
      headers: {
        'access-control-allow-origin': app,
        'access-control-allow-credentials': 'true',
        'access-control-allow-methods': 'POST, GET',
        'access-control-allow-headers': 'content-type, x-amz-meta-kind',
        'access-control-expose-headers': 'ETag',
        'access-control-max-age': '300',
        vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
      },
    });
  });

  it('matches the wildcard of an origin, but no similar origin', () => {
    expect(preflight('https://a.preview.example', 'GET').status).toBe(200);
    expect(() => preflight('https://a.preview.example.evil.test', 'GET')).toThrow(forbidden);
    expect(() => preflight('https://preview.example', 'GET')).toThrow(forbidden);
  });

  it('is refused for another origin, method or header', () => {
    expect(() => preflight('https://evil.test', 'GET')).toThrow(forbidden);
    expect(() => preflight(app, 'DELETE')).toThrow(forbidden);
    expect(() => preflight(app, 'POST', 'content-type, authorization')).toThrow(forbidden);
  });

  it('is refused by a bucket without rules, and is a bad request without an origin', () => {
    const headers = new Map([
      ['origin', app],
      ['access-control-request-method', 'GET'],
    ]);
    expect(() => answerPreflight([], headers)).toThrow(forbidden);
    expect(() => answerPreflight([rule], new Map())).toThrow(expect.objectContaining({ status: 400 }));
  });
});

describe('any other response', () => {
  it('can be read by the origins of the rules, for their methods', () => {
    const origin = (value: string) => new Map([['origin', value]]);
    expect(corsHeaders([rule], 'GET', origin(app))).toMatchObject({
      'access-control-allow-origin': app,
    });
    expect(corsHeaders([rule], 'PUT', origin(app))).toEqual({});
    expect(corsHeaders([rule], 'GET', origin('https://evil.test'))).toEqual({});
    expect(corsHeaders([rule], 'GET', new Map())).toEqual({});
  });

  it('has a wildcard and allows no credentials if the rule is for any origin', () => {
    const headers = corsHeaders([{ ...rule, allowedOrigins: ['*'] }], 'GET', new Map([['origin', app]]));
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });
});
