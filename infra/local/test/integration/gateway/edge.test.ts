import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaticFiles } from '../../../gateway/pages.ts';
import { issueToken, startHttpApi } from './http-api.ts';

type Edge = Awaited<ReturnType<typeof startHttpApi>>;

const source = `export const handler = async (event) => ({
  statusCode: 200, headers: { 'content-type': 'application/json', 'x-frame-options': 'ALLOWALL' }, body: JSON.stringify(event),
});`;
const routes = [{ RouteKey: 'GET /v1/me' }, { RouteKey: 'GET /v1/closed', AuthorizationType: 'JWT' }];

function writePages(directory: string): StaticFiles[] {
  const [built, fallback] = [`${directory}/built`, `${directory}/fallback`];
  for (const path of [`${built}/assets`, fallback]) mkdirSync(path, { recursive: true });
  writeFileSync(`${built}/index.html`, '<h1>Welcome</h1>');
  writeFileSync(`${built}/assets/main.js`, 'export {};');
  writeFileSync(`${fallback}/favicon.svg`, '<svg/>');
  writeFileSync(`${fallback}/index.html`, 'shadowed');
  writeFileSync(`${built}/.env`, 'SECRET=1');
  writeFileSync(`${directory}/outside.txt`, 'outside');
  return [
    { directory: built, cacheControl: 'no-cache' },
    { directory: fallback, cacheControl: 'max-age=60' },
  ];
}

const edgeFunction = (code: string) => ({
  Type: 'AWS::CloudFront::Function',
  Properties: {
    FunctionCode: code,
    FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
    AutoPublish: true,
  },
});
const associate = (name: string) => [
  { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': [name, 'FunctionARN'] } },
];
const toApi = {
  TargetOriginId: 'api',
  AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
  CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
  OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
  ResponseHeadersPolicyId: { Ref: 'Headers' },
  FunctionAssociations: associate('ViewerAddress'),
};
const distribution = (behavior: Record<string, unknown> = {}) => ({
  ViewerAddress: edgeFunction(
    `function handler(event) { event.request.headers['x-viewer-address'] = { value: event.viewer.ip }; return event.request; }`,
  ),
  Routes: edgeFunction(
    `async function handler(event) {
       const request = event.request;
       if (request.uri === '/old') return { statusCode: 301, statusDescription: 'Moved', headers: { location: { value: '/new' } } };
       if (request.uri.split('/').pop().indexOf('.') === -1) request.uri = '/index.html';
       return request;
     }`,
  ),
  Headers: {
    Type: 'AWS::CloudFront::ResponseHeadersPolicy',
    Properties: {
      ResponseHeadersPolicyConfig: {
        Name: 'headers',
        SecurityHeadersConfig: {
          ContentSecurityPolicy: {
            ContentSecurityPolicy: "default-src 'self'; connect-src 'self' https://x.example",
            Override: true,
          },
          FrameOptions: { FrameOption: 'DENY', Override: true },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 60, IncludeSubdomains: true, Override: true },
        },
        CustomHeadersConfig: {
          Items: [{ Header: 'Permissions-Policy', Value: 'camera=()', Override: true }],
        },
      },
    },
  },
  Distribution: {
    Type: 'AWS::CloudFront::Distribution',
    Properties: {
      DistributionConfig: {
        Enabled: true,
        Origins: [
          {
            Id: 'pages',
            DomainName: 'pages.s3.eu-central-1.amazonaws.com',
            S3OriginConfig: {},
            OriginAccessControlId: 'x',
          },
          {
            ...{
              Id: 'api',
              DomainName: 'api.example',
              CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
            },
            OriginCustomHeaders: [
              {
                HeaderName: 'X-Origin-Verify',
                HeaderValue: '{{resolve:secretsmanager:origin:SecretString:::}}',
              },
            ],
          },
        ],
        CacheBehaviors: [{ ...toApi, PathPattern: '/v1/*', ...behavior }],
        DefaultCacheBehavior: {
          ...{ TargetOriginId: 'pages', CachePolicyId: 'any', ResponseHeadersPolicyId: { Ref: 'Headers' } },
          FunctionAssociations: associate('Routes'),
        },
      },
    },
  },
});
const edgeOptions = (directory: string) => ({
  staticFiles: writePages(directory),
  generatedFiles: new Map([['/config.json', '{"region":"eu-central-1"}']]),
  localOrigins: ['http://127.0.0.1:8601'],
});

let edge: Edge;
beforeAll(async () => {
  edge = await startHttpApi({ source, routes, resources: distribution(), edge: edgeOptions });
});
afterAll(() => edge.close());

const policy = "default-src 'self'; connect-src 'self' https://x.example http://127.0.0.1:8601";

describe('Requests to the API', () => {
  test('have the viewer’s address, which viewers cannot set, and the secret of CloudFront', async () => {
    const answer = await edge.ask('GET', '/v1/me?a=1', {
      'x-viewer-address': '6.6.6.6',
      'x-origin-verify': 'guessed',
      cookie: 'x=1',
    });
    expect(answer.json()).toMatchObject({
      rawQueryString: 'a=1',
      cookies: ['x=1'],
      headers: {
        'x-viewer-address': '127.0.0.1',
        'x-origin-verify': 'secret of origin',
        'x-forwarded-for': '127.0.0.1, 130.176.0.1',
        'x-forwarded-proto': 'https',
      },
      requestContext: { http: { sourceIp: '130.176.0.1' } },
    });
  });

  test('have responses with the headers of the policy', async () => {
    const { headers } = await edge.ask('GET', '/v1/me');
    expect(headers).toMatchObject({
      'content-security-policy': policy,
      'x-frame-options': 'DENY',
      'strict-transport-security': 'max-age=60; includeSubDomains',
      'permissions-policy': 'camera=()',
      'content-type': 'application/json',
    });
  });

  test('are authorized by the gateway', async () => {
    expect((await edge.ask('GET', '/v1/closed')).status).toBe(401);
    const authorization = `Bearer ${issueToken()}`;
    expect((await edge.ask('GET', '/v1/closed', { authorization })).status).toBe(200);
    expect((await edge.ask('GET', '/v1/unknown')).json()).toEqual({ message: 'Not Found' });
  });
});

describe('Pages', () => {
  test('come from the first directory that has them, with the headers of the policy', async () => {
    const script = await edge.ask('GET', '/assets/main.js');
    expect([script.status, script.body.toString()]).toEqual([200, 'export {};']);
    expect(script.headers['content-type']).toMatch(/javascript/);
    expect(script.headers['content-security-policy']).toBe(policy);
    const icon = await edge.ask('GET', '/favicon.svg');
    expect([icon.body.toString(), icon.headers['cache-control']]).toEqual(['<svg/>', 'max-age=60']);
  });

  test('are routed by the function of the template', async () => {
    for (const path of ['/', '/items/01J', '/items'])
      expect((await edge.ask('GET', path)).body.toString()).toBe('<h1>Welcome</h1>');
    const moved = await edge.ask('GET', '/old');
    expect([moved.status, moved.headers.location]).toEqual([301, '/new']);
  });

  test('are not sent again if they have not changed', async () => {
    const { headers } = await edge.ask('GET', '/');
    expect(headers['cache-control']).toBe('no-cache');
    expect((await edge.ask('GET', '/', { 'if-none-match': headers.etag! })).status).toBe(304);
  });

  test('support only GET and HEAD', async () => {
    const head = await edge.ask('HEAD', '/');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, '16']);
    expect((await edge.ask('POST', '/')).status).toBe(403);
  });

  test.each([
    '/missing.js',
    '/.env',
    '/../outside.txt',
    '/..%2foutside.txt',
    '/assets/..%2f..%2foutside.txt',
    '/%00.js',
    '/%zz.js',
  ])('%s does not exist', async (path) => {
    const answer = await edge.ask('GET', path);
    expect(answer.status).toBe(403);
    expect(answer.body.toString()).not.toMatch(/outside|SECRET/);
  });

  test('have files that are different on this machine', async () => {
    expect((await edge.ask('GET', '/config.json')).json()).toEqual({ region: 'eu-central-1' });
  });
});

test('Without a distribution, only the API answers, as on its own endpoint', async () => {
  const plain = await startHttpApi({ source, routes, edge: edgeOptions });
  expect((await plain.ask('GET', '/v1/me')).json()).toMatchObject({
    headers: { 'x-forwarded-for': '127.0.0.1' },
    requestContext: { http: { sourceIp: '127.0.0.1' } },
  });
  const missing = await plain.ask('GET', '/');
  expect([missing.status, missing.json()]).toEqual([404, { message: 'Not Found' }]);
  await plain.close();
});

test.each([
  [{ CachePolicyId: 'another' }, 'caches nothing'],
  [{ OriginRequestPolicyId: undefined }, 'all headers but Host'],
  [{ ResponseHeadersPolicyId: 'managed' }, 'headers policy managed'],
  [{ LambdaFunctionAssociations: [{}] }, 'LambdaFunctionAssociations'],
])('Unsupported properties are refused: %j', async (behavior, message) => {
  const started = startHttpApi({ source, routes, resources: distribution(behavior), edge: edgeOptions });
  await expect(started).rejects.toThrow(message);
});
