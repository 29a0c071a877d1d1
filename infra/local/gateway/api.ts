import * as z from 'zod';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { Assembly, Resource } from '../template/assembly.ts';
import { UnsupportedError } from '../template/errors.ts';

const corsSchema = z.strictObject({
  AllowOrigins: z.array(z.string()).default([]),
  AllowMethods: z.array(z.string()).default([]),
  AllowHeaders: z.array(z.string()).default([]),
  ExposeHeaders: z.array(z.string()).default([]),
  AllowCredentials: z.boolean().default(false),
  MaxAge: z.number().optional(),
});
const apiSchema = z.object({ ProtocolType: z.literal('HTTP'), CorsConfiguration: corsSchema.optional() });
const integrationSchema = z.object({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.number().max(30_000).default(30_000),
});
const routeSchema = z.object({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).optional(),
});
const authorizerSchema = z.object({
  ApiId: z.string(),
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.strictObject({ Issuer: z.string(), Audience: z.array(z.string()) }),
});
const routeSettingsSchema = z.strictObject({
  ThrottlingBurstLimit: z.number().optional(),
  ThrottlingRateLimit: z.number().optional(),
  DetailedMetricsEnabled: z.boolean().optional(),
});
const stageSchema = z.object({
  ApiId: z.string(),
  StageName: z.literal('$default'),
  DefaultRouteSettings: routeSettingsSchema.default({}),
  RouteSettings: z.record(z.string(), routeSettingsSchema).default({}),
  StageVariables: z.record(z.string(), z.string()).optional(),
});

export type CorsConfiguration = z.infer<typeof corsSchema>;

/** Tokens that a route accepts. */
export interface JwtAuthorization {
  readonly issuer: string;
  readonly audience: readonly string[];
  /** Scopes of which the token must have one; undefined when the route has none. */
  readonly scopes: readonly string[] | undefined;
}

export interface Route {
  /** `GET /path/{id}`, or `$default`. */
  readonly key: string;
  readonly functionName: string;
  readonly timeoutMilliseconds: number;
  readonly authorization: JwtAuthorization | undefined;
  /** Requests per second, and burst; undefined when the stage has no limit. */
  readonly throttling: { readonly rate: number; readonly burst: number } | undefined;
}

/** The HTTP API of an assembly. */
export interface Api {
  readonly id: string;
  readonly accountId: string;
  readonly domainName: string;
  readonly routes: readonly Route[];
  readonly cors: CorsConfiguration | undefined;
  readonly stageVariables: Readonly<Record<string, string>> | undefined;
}

/**
 * @throws {UnsupportedError} when there is not exactly one HTTP API, or when it uses something that the local stack
 * does not support
 */
export function readApi(assembly: Assembly, lambda: LambdaRuntime): Api {
  const api = only(assembly.resources('AWS::ApiGatewayV2::Api'), 'an HTTP API');
  const { CorsConfiguration } = api.read(apiSchema, [
    ...['Description', 'DisableExecuteApiEndpoint', 'IpAddressType', 'Name', 'Tags', 'Version'],
    'RouteSelectionExpression',
  ]);
  const stage = only(assembly.resources('AWS::ApiGatewayV2::Stage'), 'a stage').read(stageSchema, [
    ...['AccessLogSettings', 'AutoDeploy', 'DeploymentId', 'Description', 'Tags'],
  ]);
  const integrations = readById(assembly, 'AWS::ApiGatewayV2::Integration', (resource) =>
    resource.read(integrationSchema, ['ConnectionType', 'Description', 'IntegrationMethod']),
  );
  const authorizers = readById(assembly, 'AWS::ApiGatewayV2::Authorizer', (resource) =>
    resource.read(authorizerSchema, ['Name']),
  );

  const routes = assembly.resources('AWS::ApiGatewayV2::Route').map((resource): Route => {
    const route = resource.read(routeSchema, ['OperationName']);
    const label = `route ${route.RouteKey}`;
    const integration = integrations.get(route.Target.replace('integrations/', ''));
    const target = lambda.find(integration?.IntegrationUri ?? '');
    if (!integration || !target)
      throw new UnsupportedError(`${label} does not refer to a function of the template`);
    const authorizer = authorizers.get(route.AuthorizerId ?? '')?.JwtConfiguration;
    if (route.AuthorizationType === 'JWT' && !authorizer)
      throw new UnsupportedError(`${label} has no authorizer`);
    const settings = { ...stage.DefaultRouteSettings, ...stage.RouteSettings[route.RouteKey] };
    const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = settings;
    return {
      key: route.RouteKey,
      functionName: target.name,
      timeoutMilliseconds: integration.TimeoutInMillis,
      authorization:
        route.AuthorizationType === 'JWT' && authorizer
          ? { issuer: authorizer.Issuer, audience: authorizer.Audience, scopes: route.AuthorizationScopes }
          : undefined,
      throttling: rate === undefined || burst === undefined ? undefined : { rate, burst },
    };
  });
  const unrouted = Object.keys(stage.RouteSettings).filter(
    (key) => !routes.some((route) => route.key === key),
  );
  if (unrouted.length > 0)
    throw new UnsupportedError(`the stage has settings for routes that do not exist: ${unrouted.join(', ')}`);

  const domain = assembly.resources('AWS::ApiGatewayV2::DomainName')[0];
  return {
    id: api.name,
    accountId: assembly.account,
    domainName: domain?.name ?? `${api.name}.execute-api.${assembly.region}.amazonaws.com`,
    routes,
    cors: CorsConfiguration,
    stageVariables: stage.StageVariables,
  };
}

function only(resources: readonly Resource[], what: string): Resource {
  const [resource, ...others] = resources;
  if (!resource || others.length > 0)
    throw new UnsupportedError(
      `the local gateway requires an assembly with ${what}; this one has ${resources.length}`,
    );
  return resource;
}

function readById<Value>(
  assembly: Assembly,
  type: string,
  read: (resource: Resource) => Value,
): Map<string, Value> {
  return new Map(assembly.resources(type).map((resource) => [resource.name, read(resource)]));
}
