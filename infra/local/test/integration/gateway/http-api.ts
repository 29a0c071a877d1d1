import { createSign, generateKeyPairSync } from 'node:crypto';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { createGateway, type GatewayOptions, type RequestLine } from '../../../gateway/gateway.ts';
import { createLambda } from '../../../lambda/runtime.ts';
import { loadAssembly } from '../../../template/assembly.ts';
import {
  functionResource,
  temporaryDirectory,
  writeAssembly,
} from '../../../testing/template/hand-written-assembly.ts';

type Resources = Parameters<typeof writeAssembly>[1]['stacks'][string]['Resources'];

export const issuer = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Pool';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig', alg: 'RS256' };

/** An access token as Cognito issues it; `header` and `claims` replace members. */
export function issueToken(
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const standard = {
    ...{ sub: 'user-1', iss: issuer, client_id: 'client-1', token_use: 'access', iat: now, exp: now + 900 },
    ...{ scope: 'aws.cognito.signin.user.admin', 'cognito:groups': ['team-north', 'administrator'] },
  };
  const text = `${encode({ alg: 'RS256', kid: 'key-1', ...header })}.${encode({ ...standard, ...claims })}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`;
}

interface RouteProperties {
  RouteKey: string;
  AuthorizationType?: string;
  AuthorizationScopes?: string[];
  timeout?: number;
}

interface HttpApi {
  source: string;
  routes: RouteProperties[];
  api?: Record<string, unknown>;
  stage?: Record<string, unknown>;
  lambda?: Record<string, unknown>;
  resources?: Resources;
  edge?: (directory: string) => GatewayOptions['edge'];
}

/** Resources of an HTTP API with a JWT authorizer; all routes go to the function `Fn`. */
function resourcesOf({ routes, api, stage, lambda, resources }: HttpApi): Resources {
  const ApiId = { Ref: 'Api' };
  const perRoute = routes.map(({ timeout, ...route }, index): Resources => ({
    [`Integration${index}`]: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ...{ ApiId, IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' },
        IntegrationUri: { 'Fn::GetAtt': ['Fn', 'Arn'] },
        ...(timeout === undefined ? {} : { TimeoutInMillis: timeout }),
      },
    },
    [`Route${index}`]: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ...{ ApiId, Target: { 'Fn::Join': ['', ['integrations/', { Ref: `Integration${index}` }]] } },
        ...(route.AuthorizationType === 'JWT' ? { AuthorizerId: { Ref: 'Authorizer' } } : {}),
        ...route,
      },
    },
  }));
  return Object.assign(
    {
      Fn: functionResource('code', lambda),
      Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'Api', ProtocolType: 'HTTP', ...api } },
      Stage: {
        Type: 'AWS::ApiGatewayV2::Stage',
        Properties: { ApiId, StageName: '$default', AutoDeploy: true, ...stage },
      },
      Authorizer: {
        Type: 'AWS::ApiGatewayV2::Authorizer',
        Properties: {
          ...{
            ApiId,
            AuthorizerType: 'JWT',
            Name: 'Authorizer',
            IdentitySource: ['$request.header.Authorization'],
          },
          JwtConfiguration: { Issuer: issuer, Audience: ['client-1'] },
        },
      },
    },
    ...perRoute,
    resources ?? {},
  ) as Resources;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  json: () => unknown;
}

/** Starts the gateway with a hand-written HTTP API. `ask` sends a request exactly as given, malformed paths included. */
export async function startHttpApi(options: HttpApi) {
  const { directory, remove } = temporaryDirectory();
  try {
    return await startIn(directory, remove, options);
  } catch (error) {
    remove();
    throw error;
  }
}

async function startIn(directory: string, remove: () => void, options: HttpApi) {
  writeAssembly(`${directory}/cdk.out`, {
    stacks: { Api: { Resources: resourcesOf(options) } },
    assets: { code: options.source },
  });
  const assembly = loadAssembly({
    directory: `${directory}/cdk.out`,
    secret: ({ secretName }) => `secret of ${secretName}`,
  });
  const lambda = createLambda({ assembly, environment: {}, output: () => undefined });
  const lines: RequestLine[] = [];
  const gateway = createGateway({
    assembly,
    lambda,
    jwks: () => Promise.resolve({ keys: [jwk] }),
    edge: options.edge?.(directory),
    log: (line) => lines.push(line),
  });
  const origin = await gateway.listen(0);
  const ask = (
    method: string,
    path: string,
    headers: Record<string, string | string[]> = {},
    body?: string | Buffer,
  ) =>
    new Promise<Answer>((resolve, reject) => {
      const { hostname, port } = new URL(origin);
      const request = httpRequest({ hostname, port, method, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const content = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: content,
            json: () => JSON.parse(content.toString()) as unknown,
          });
        });
      });
      request.on('error', reject);
      request.end(body);
    });
  const close = async (): Promise<void> => {
    await gateway.close();
    await lambda.close();
    remove();
  };
  return { ask, origin, lines, close };
}
