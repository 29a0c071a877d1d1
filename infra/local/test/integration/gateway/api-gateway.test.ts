import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueToken, issuer, startHttpApi } from './http-api.ts';
import { eventually } from '../../../testing/eventually.ts';

type Api = Awaited<ReturnType<typeof startHttpApi>>;

const source = `
  export const handler = async (event) => {
    const { answer } = event.queryStringParameters ?? {};
    if (answer === 'fail') throw new Error('a secret in a trace');
    if (answer === 'split') return { statusCode: 200, headers: { 'x-first': 'fine', location: '/a\\nset-cookie: b' } };
    if (answer === 'malformed') return { statusCode: 'fine' };
    if (answer === 'slow') await new Promise((resolve) => setTimeout(resolve, 400));
    if (answer === 'large') return 'x'.repeat(6 * 1024 * 1024);
    if (answer === 'binary') return { statusCode: 200, body: 'AAEC', isBase64Encoded: true, headers: { 'content-type': 'image/png' } };
    if (answer === 'cookies') return { statusCode: 204, cookies: ['a=1; HttpOnly', 'b=2'] };
    return event;
  };`;

let api: Api;
beforeAll(async () => {
  api = await startHttpApi({
    source,
    routes: [
      { RouteKey: 'GET /open' },
      { RouteKey: 'HEAD /open' },
      { RouteKey: 'POST /open' },
      { RouteKey: 'GET /open/{id}' },
      { RouteKey: 'ANY /files/{path+}' },
      { RouteKey: 'GET /impatient', timeout: 100 },
      { RouteKey: 'GET /closed', AuthorizationType: 'JWT' },
      {
        RouteKey: 'GET /scoped',
        AuthorizationType: 'JWT',
        AuthorizationScopes: ['aws.cognito.signin.user.admin', 'other'],
      },
    ],
  });
});
afterAll(() => api.close());

describe('The event', () => {
  test('is payload format 2.0', async () => {
    const answer = await api.ask('GET', '/open/%D0%9C%D0%A2%D0%A1%20%2B7?a=1&a=2&b=%26+c&flag', {
      Cookie: 'x=1; y=2',
      'X-Mixed': ['one', 'two'],
      'User-Agent': 'test',
    });
    expect(answer.json()).toEqual({
      version: '2.0',
      routeKey: 'GET /open/{id}',
      rawPath: '/open/МТС +7',
      rawQueryString: 'a=1&a=2&b=%26+c&flag',
      cookies: ['x=1', 'y=2'],
      headers: {
        'content-length': '0',
        host: expect.stringMatching(/^[a-z0-9]{10}\.execute-api\.eu-central-1\.amazonaws\.com$/),
        'user-agent': 'test',
        'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-port': '443',
        'x-forwarded-proto': 'https',
        'x-mixed': 'one,two',
      },
      queryStringParameters: { a: '1,2', b: '& c', flag: '' },
      pathParameters: { id: 'МТС +7' },
      requestContext: {
        accountId: '000000000000',
        apiId: expect.any(String),
        domainName: expect.any(String),
        domainPrefix: expect.any(String),
        http: {
          method: 'GET',
          path: '/open/МТС +7',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'test',
        },
        requestId: expect.any(String),
        routeKey: 'GET /open/{id}',
        stage: '$default',
        time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
        timeEpoch: expect.any(Number),
      },
      isBase64Encoded: false,
    });
  });

  test.each([
    ['application/json', false],
    ['application/json; charset=utf-8', false],
    ['text/csv', false],
    ['application/xml', false],
    ['application/merge-patch+json', true],
    ['application/x-www-form-urlencoded', true],
    ['application/pdf', true],
    [undefined, true],
  ])('has a body of %s as base64: %s', async (type, isBase64Encoded) => {
    const answer = await api.ask(
      'POST',
      '/open',
      type === undefined ? {} : { 'content-type': type },
      '{"ж":1}',
    );
    const body = isBase64Encoded ? Buffer.from('{"ж":1}').toString('base64') : '{"ж":1}';
    expect(answer.json()).toMatchObject({ body, isBase64Encoded });
  });

  test('has the rest of the path in a greedy variable, an encoded slash included', async () => {
    const answer = await api.ask('PUT', '/files/2026/a%2Fb');
    expect(answer.json()).toMatchObject({
      routeKey: 'ANY /files/{path+}',
      pathParameters: { path: '2026/a/b' },
    });
  });
});

describe('The response', () => {
  test('may be binary', async () => {
    const answer = await api.ask('GET', '/open?answer=binary');
    expect([answer.headers['content-type'], [...answer.body]]).toEqual(['image/png', [0, 1, 2]]);
  });

  test('sends each cookie as a separate header', async () => {
    const answer = await api.ask('GET', '/open?answer=cookies');
    expect([answer.status, answer.headers['set-cookie']]).toEqual([204, ['a=1; HttpOnly', 'b=2']]);
  });

  test('to HEAD has the length of the body, but no body', async () => {
    const answer = await api.ask('HEAD', '/open');
    expect(answer.status).toBe(200);
    expect(answer.body.length).toBe(0);
    expect(Number(answer.headers['content-length'])).toBeGreaterThan(100);
  });

  test('has the request id', async () => {
    expect((await api.ask('GET', '/open')).headers['apigw-requestid']).toMatch(/^[\w-]{15}$/);
  });
});

describe('The gateway itself responds to', () => {
  test.each([
    ['an unknown path', 'GET', '/nowhere', 404, 'Not Found'],
    ['a method without a route', 'DELETE', '/open', 404, 'Not Found'],
    ['an encoded slash in a single segment', 'GET', '/open/a%2Fb', 404, 'Not Found'],
    ['malformed percent-encoding', 'GET', '/open/%E0%A4%A', 400, 'Bad Request'],
    ['percent-encoding that is not UTF-8', 'GET', '/open/%FF', 400, 'Bad Request'],
    ['malformed percent-encoding in the query', 'GET', '/open?a=%zz', 400, 'Bad Request'],
    ['a function that fails', 'GET', '/open?answer=fail', 500, 'Internal Server Error'],
    ['a header that HTTP does not allow', 'GET', '/open?answer=split', 500, 'Internal Server Error'],
    ['a malformed response', 'GET', '/open?answer=malformed', 500, 'Internal Server Error'],
    ['a response of more than 6 MB', 'GET', '/open?answer=large', 500, 'Internal Server Error'],
    [
      'a function that exceeds the integration timeout',
      'GET',
      '/impatient?answer=slow',
      503,
      'Service Unavailable',
    ],
  ])('%s', async (_, method, path, status, message) => {
    const answer = await api.ask(method, path);
    expect([answer.status, answer.json()]).toEqual([status, { message }]);
    expect(answer.headers['content-type']).toBe('application/json');
  });

  test('bodies over 10 MB, and those that Lambda does not accept', async () => {
    const send = (bytes: number) =>
      api.ask('POST', '/open', { 'content-type': 'text/plain' }, Buffer.alloc(bytes, 97));
    const answers = [await send(10 * 1024 * 1024 + 1), await send(7 * 1024 * 1024)];
    for (const answer of answers)
      expect([answer.status, answer.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });

  test('headers over 10,240 bytes', async () => {
    expect((await api.ask('GET', '/open', { 'x-long': 'x'.repeat(10_000) })).status).toBe(200);
    expect((await api.ask('GET', '/open', { 'x-long': 'x'.repeat(10_240) })).status).toBe(431);
  });
});

describe('A JWT authorizer', () => {
  const ask = (token: string, path = '/closed') => api.ask('GET', path, { authorization: `Bearer ${token}` });
  const now = Math.floor(Date.now() / 1000);

  test('passes the claims as text, lists in brackets', async () => {
    const answer = await ask(issueToken({ amr: { mfa: true, level: 2 } }));
    expect(answer.json()).toMatchObject({
      requestContext: {
        authorizer: {
          jwt: {
            claims: {
              ...{ sub: 'user-1', iss: issuer, exp: expect.stringMatching(/^\d{10}$/) },
              ...{ 'cognito:groups': '[team-north administrator]', amr: 'map[level:2 mfa:true]' },
            },
            scopes: null,
          },
        },
      },
    });
    expect((await ask(issueToken(), '/scoped')).json()).toMatchObject({
      requestContext: { authorizer: { jwt: { scopes: ['aws.cognito.signin.user.admin', 'other'] } } },
    });
  });

  test('accepts the token without its scheme', async () => {
    expect((await api.ask('GET', '/closed', { authorization: issueToken() })).status).toBe(200);
  });

  test('requires a token', async () => {
    const answer = await api.ask('GET', '/closed');
    expect([answer.status, answer.json()]).toEqual([401, { message: 'Unauthorized' }]);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  const [head, payload, signature] = issueToken().split('.');
  test.each([
    ['another audience', issueToken({ client_id: 'client-2' }), 'the token does not have a valid audience'],
    [
      'an audience that takes precedence over the client',
      issueToken({ aud: 'other' }),
      'the token does not have a valid audience',
    ],
    ['another issuer', issueToken({ iss: `${issuer}2` }), 'the token does not have a valid issuer'],
    ['an expired token', issueToken({ exp: now - 1 }), 'the token has expired'],
    ['a token without an expiry', issueToken({ exp: undefined }), 'the token does not expire'],
    ['a token that is not valid yet', issueToken({ nbf: now + 60 }), 'the token is not valid yet'],
    ['a token issued in the future', issueToken({ iat: now + 60 }), 'the token was issued in the future'],
    ['an unknown key', issueToken({}, { kid: 'key-2' }), 'the signing key is unknown'],
    ['no signature', issueToken({}, { alg: 'none' }), 'the signing method is not supported'],
    ['a secret as the key', issueToken({}, { alg: 'HS256' }), 'the signing method is not supported'],
    ['changed claims', `${head}.${payload!.slice(0, -2)}fQ.${signature}`, undefined],
    ['another signature', `${head}.${payload}.${signature!.slice(0, -4)}AAAA`, 'the signature is invalid'],
    ['nonsense', 'nonsense', 'the token is malformed'],
  ])('refuses %s', async (_, token, description) => {
    const answer = await ask(token);
    expect([answer.status, answer.json()]).toEqual([401, { message: 'Unauthorized' }]);
    const challenge = answer.headers['www-authenticate'];
    expect(challenge).toMatch(/^Bearer scope="" error="invalid_token" error_description="/);
    if (description) expect(challenge).toContain(`error_description="${description}"`);
  });

  test('requires one of the scopes of the route', async () => {
    expect((await ask(issueToken({ scope: 'x other' }), '/scoped')).status).toBe(200);
    expect((await ask(issueToken({ scope: undefined, scp: ['other'] }), '/scoped')).status).toBe(200);
    const refused = await ask(issueToken({ scope: 'openid' }), '/scoped');
    expect([refused.status, refused.json()]).toEqual([403, { message: 'Forbidden' }]);
    expect(refused.headers['www-authenticate']).toContain('error="insufficient_scope"');
    expect((await ask(issueToken({ scope: undefined }), '/scoped')).status).toBe(403);
  });
});

test('A line is logged for every request', async () => {
  api.lines.length = 0;
  await api.ask('GET', '/open?answer=cookies');
  await api.ask('GET', '/nowhere');
  await eventually(() => api.lines.length).toBe(2);
  expect(api.lines).toEqual([
    {
      method: 'GET',
      path: '/open',
      status: 204,
      milliseconds: expect.any(Number),
      functionName: 'Api-Fn',
      awsCalls: 0,
    },
    {
      method: 'GET',
      path: '/nowhere',
      status: 404,
      milliseconds: expect.any(Number),
      functionName: undefined,
      awsCalls: 0,
    },
  ]);
});

describe('With a CORS configuration', () => {
  let withCors: Api;
  beforeAll(async () => {
    withCors = await startHttpApi({
      source: `export const handler = async () => ({ statusCode: 200, headers: { 'Access-Control-Allow-Origin': 'https://evil.example' } });`,
      routes: [{ RouteKey: 'GET /open' }, { RouteKey: 'GET /closed', AuthorizationType: 'JWT' }],
      api: {
        CorsConfiguration: {
          ...{ AllowOrigins: ['https://app.example', 'https://*.test'], AllowMethods: ['GET', 'POST'] },
          ...{
            AllowHeaders: ['authorization'],
            ExposeHeaders: ['link'],
            AllowCredentials: true,
            MaxAge: 600,
          },
        },
      },
    });
  });
  afterAll(() => withCors.close());
  const origin = 'https://app.example';

  test('the gateway answers every preflight', async () => {
    const answer = await withCors.ask('OPTIONS', '/closed', {
      origin,
      'access-control-request-method': 'GET',
    });
    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'authorization',
      'access-control-allow-credentials': 'true',
      'access-control-max-age': '600',
      vary: 'Origin',
    });
  });

  test('another origin is not allowed, whatever headers the function sets', async () => {
    const answer = await withCors.ask('GET', '/open', { origin: 'https://evil.example' });
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([200, undefined]);
    const preflight = { origin: 'https://evil.example', 'access-control-request-method': 'GET' };
    expect(
      (await withCors.ask('OPTIONS', '/open', preflight)).headers['access-control-allow-methods'],
    ).toBeUndefined();
  });

  test('errors of the gateway can be read by the page, and hosts may have a wildcard', async () => {
    const refused = await withCors.ask('GET', '/closed', { origin });
    expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([401, origin]);
    const answer = await withCors.ask('GET', '/open', { origin: 'https://a.test' });
    expect(answer.headers['access-control-allow-origin']).toBe('https://a.test');
    expect(answer.headers['access-control-expose-headers']).toBe('link');
  });
});

test('Throttling is that of the stage, unless a route sets its own', async () => {
  const throttled = await startHttpApi({
    source: 'export const handler = async () => ({ statusCode: 204 });',
    routes: [{ RouteKey: 'GET /usual' }, { RouteKey: 'GET /narrow' }],
    stage: {
      DefaultRouteSettings: { ThrottlingBurstLimit: 3, ThrottlingRateLimit: 0.01 },
      RouteSettings: { 'GET /narrow': { ThrottlingBurstLimit: 1, ThrottlingRateLimit: 0.01 } },
    },
  });
  const statuses = async (path: string, count: number) => {
    const answers = await Promise.all(Array.from({ length: count }, () => throttled.ask('GET', path)));
    return answers.map(({ status }) => status).toSorted();
  };
  expect(await statuses('/usual', 4)).toEqual([204, 204, 204, 429]);
  expect(await statuses('/narrow', 2)).toEqual([204, 429]);
  expect((await throttled.ask('GET', '/narrow')).json()).toEqual({ message: 'Too Many Requests' });
  await throttled.close();
});

test('A function without capacity is unavailable', async () => {
  const busy = await startHttpApi({
    source: 'export const handler = async () => new Promise((resolve) => setTimeout(resolve, 300));',
    routes: [{ RouteKey: 'GET /' }],
    lambda: { ReservedConcurrentExecutions: 1 },
  });
  const answers = await Promise.all([busy.ask('GET', '/'), busy.ask('GET', '/')]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 503]);
  await busy.close();
});

test.each([
  [{ api: { ProtocolType: 'WEBSOCKET' } }, 'ProtocolType'],
  [{ stage: { StageName: 'prod' } }, 'StageName'],
  [{ api: { Body: {} } }, 'Body'],
  [{ stage: { RouteSettings: { 'GET /gone': {} } } }, 'GET /gone'],
])('Unsupported properties are refused: %j', async (options, message) => {
  const started = startHttpApi({ source, routes: [{ RouteKey: 'GET /' }], ...options });
  await expect(started).rejects.toThrow(message);
});
