import * as z from 'zod';
import type { Assembly } from '../template/assembly.ts';
import { UnsupportedError } from '../template/errors.ts';
import { compileEdgeFunction, type EdgeFunction } from './edge-function.ts';
import { compilePathPattern } from './path-pattern.ts';
import { readResponseHeaders, type ResponseHeaders } from './response-headers-policy.ts';

const originSchema = z.object({
  Id: z.string(),
  CustomOriginConfig: z.unknown().optional(),
  S3OriginConfig: z.unknown().optional(),
  OriginPath: z.literal('').optional(),
  OriginCustomHeaders: z
    .array(z.strictObject({ HeaderName: z.string(), HeaderValue: z.string() }))
    .default([]),
});
const behaviorSchema = z.strictObject({
  PathPattern: z.string().default('*'),
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  CachePolicyId: z.string(),
  OriginRequestPolicyId: z.string().optional(),
  ResponseHeadersPolicyId: z.string().optional(),
  FunctionAssociations: z
    .array(z.strictObject({ EventType: z.literal('viewer-request'), FunctionARN: z.string() }))
    .max(1)
    .default([]),
  CachedMethods: z.unknown().optional(),
  Compress: z.unknown().optional(),
  ViewerProtocolPolicy: z.unknown().optional(),
});
const distributionSchema = z.object({
  DistributionConfig: z.strictObject({
    Origins: z.array(originSchema),
    CacheBehaviors: z.array(behaviorSchema).default([]),
    DefaultCacheBehavior: behaviorSchema,
    DefaultRootObject: z.string().optional(),
    Aliases: z.unknown().optional(),
    Comment: z.unknown().optional(),
    Enabled: z.unknown().optional(),
    HttpVersion: z.unknown().optional(),
    IPV6Enabled: z.unknown().optional(),
    Logging: z.unknown().optional(),
    PriceClass: z.unknown().optional(),
    Restrictions: z.unknown().optional(),
    ViewerCertificate: z.unknown().optional(),
    WebACLId: z.unknown().optional(),
  }),
});

/** Managed policies of AWS ("Use managed cache policies", "Use managed origin request policies"). */
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const allViewerExceptHostHeader = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

/** How CloudFront handles the requests that a path pattern matches. */
export interface Behavior {
  readonly matches: (path: string) => boolean;
  readonly target: 'api' | 'pages';
  readonly allowedMethods: readonly string[];
  readonly viewerRequest: EdgeFunction | undefined;
  /** By lower-case name, added to requests to the origin. */
  readonly originHeaders: Readonly<Record<string, string>>;
  readonly responseHeaders: ResponseHeaders;
}

/** The behaviours in order of precedence; the last one matches everything. */
export interface Distribution {
  readonly behaviors: readonly Behavior[];
  readonly rootObject: string;
}

/**
 * The distribution of the assembly; undefined when there is none.
 * @throws {UnsupportedError} when API requests would be cached, or forwarded without their headers
 */
export function readDistribution(
  assembly: Assembly,
  localOrigins: readonly string[],
): Distribution | undefined {
  const [resource, another] = assembly.resources('AWS::CloudFront::Distribution');
  if (another)
    throw new UnsupportedError('the local edge supports one distribution; this assembly has several');
  if (!resource) return undefined;
  const config = resource.read(distributionSchema, ['Tags']).DistributionConfig;
  const origins = new Map(config.Origins.map((origin) => [origin.Id, origin]));

  const readBehavior = (behavior: z.infer<typeof behaviorSchema>): Behavior => {
    const origin = origins.get(behavior.TargetOriginId);
    const isBucket = origin?.S3OriginConfig !== undefined;
    if (!origin || (!isBucket && origin.CustomOriginConfig === undefined))
      throw new UnsupportedError(`the origin ${behavior.TargetOriginId} is neither a bucket nor the API`);
    const target = isBucket ? 'pages' : 'api';
    if (target === 'api') requireFaithfulForwarding(behavior);
    const policy = assembly
      .resources('AWS::CloudFront::ResponseHeadersPolicy')
      .find(({ name }) => name === behavior.ResponseHeadersPolicyId);
    if (!policy && behavior.ResponseHeadersPolicyId !== undefined)
      throw new UnsupportedError(
        `the local edge does not support the headers policy ${behavior.ResponseHeadersPolicyId}`,
      );
    return {
      matches: compilePathPattern(behavior.PathPattern),
      target,
      allowedMethods: behavior.AllowedMethods,
      viewerRequest: behavior.FunctionAssociations.map(({ FunctionARN }) =>
        compileFunction(assembly, FunctionARN),
      )[0],
      originHeaders: Object.fromEntries(
        origin.OriginCustomHeaders.map(({ HeaderName, HeaderValue }) => [
          HeaderName.toLowerCase(),
          HeaderValue,
        ]),
      ),
      responseHeaders: policy ? readResponseHeaders(policy, localOrigins) : { remove: [], set: [] },
    };
  };
  const behaviors = [...config.CacheBehaviors, { ...config.DefaultCacheBehavior, PathPattern: '*' }];
  return { behaviors: behaviors.map(readBehavior), rootObject: config.DefaultRootObject ?? '' };
}

function requireFaithfulForwarding({
  PathPattern,
  CachePolicyId,
  OriginRequestPolicyId,
}: z.infer<typeof behaviorSchema>): void {
  if (CachePolicyId !== cachingDisabled)
    throw new UnsupportedError(
      `the local edge caches nothing, but the behaviour ${PathPattern} enables caching`,
    );
  if (OriginRequestPolicyId !== allViewerExceptHostHeader)
    throw new UnsupportedError(
      `the local edge passes all headers but Host to the API, but the behaviour ${PathPattern} does not`,
    );
}

function compileFunction(assembly: Assembly, arn: string): EdgeFunction {
  const found = assembly.findByArn('AWS::CloudFront::Function', arn);
  if (!found) throw new UnsupportedError(`the assembly has no function ${arn} for the edge`);
  return compileEdgeFunction(found);
}
