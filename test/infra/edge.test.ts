import { beforeAll, describe, expect, it } from 'vitest';
import { stages } from '../../infra/config.ts';
import { synthesizeStage, type SynthesizedStack, synthesisTimeout } from './templates.ts';

/** Identifiers of AWS's managed policies (CloudFront Developer Guide, "Use managed cache policies"). */
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const allViewerExceptHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

describe.each(['dev', 'prod'] as const)('the edge of %s', (stage) => {
  const config = stages[stage];
  let web: SynthesizedStack;
  let firewall: SynthesizedStack;
  let distribution: Record<string, any>;
  let behaviours: Record<string, any>[];
  let securityHeaders: Record<string, any>;
  beforeAll(async () => {
    const stacks = await synthesizeStage(stage);
    web = stacks['web']!;
    firewall = stacks['firewall']!;
    distribution = web.one('AWS::CloudFront::Distribution').Properties['DistributionConfig'];
    behaviours = [distribution['DefaultCacheBehavior'], ...distribution['CacheBehaviors']];
    securityHeaders = web.one('AWS::CloudFront::ResponseHeadersPolicy').Properties[
      'ResponseHeadersPolicyConfig'
    ];
  }, synthesisTimeout);

  const originOf = (behaviour: Record<string, any>) =>
    distribution['Origins'].find(({ Id }: { Id: string }) => Id === behaviour['TargetOriginId']);
  const codeOf = (behaviour: Record<string, any>) => {
    expect(behaviour['FunctionAssociations']).toHaveLength(1);
    const [{ EventType, FunctionARN }] = behaviour['FunctionAssociations'];
    expect(EventType).toBe('viewer-request');
    return web.template.Resources[FunctionARN['Fn::GetAtt'][0]]!.Properties['FunctionCode'] as string;
  };

  it('is one distribution for pages and API, with its own domain', () => {
    expect(distribution).toMatchObject({
      Enabled: true,
      Aliases: [config.domainName],
      HttpVersion: 'http2and3',
    });
    expect(distribution['CacheBehaviors'].map(({ PathPattern }: any) => PathPattern)).toEqual([
      '/tmf-api/*',
      '/cabinet/*',
    ]);
    expect(distribution['Origins']).toHaveLength(2);
  });

  it('speaks TLS 1.2 or newer to viewers and to the API', () => {
    expect(distribution['ViewerCertificate']).toEqual({
      AcmCertificateArn: config.certificateArn,
      MinimumProtocolVersion: 'TLSv1.2_2021',
      SslSupportMethod: 'sni-only',
    });
    for (const { ViewerProtocolPolicy } of behaviours) expect(ViewerProtocolPolicy).not.toBe('allow-all');
    expect(originOf(behaviours[1]!).CustomOriginConfig).toMatchObject({
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    });
  });

  it('reads the pages from a private bucket that lets only this distribution in', () => {
    const origin = originOf(behaviours[0]!);
    expect(origin.OriginAccessControlId).toEqual({
      'Fn::GetAtt': [web.one('AWS::CloudFront::OriginAccessControl').logicalId, 'Id'],
    });
    const { Statement } = web.one('AWS::S3::BucketPolicy', 'PagesPolicy').Properties['PolicyDocument'];
    const [allowed, another] = Statement.filter(({ Effect }: any) => Effect === 'Allow');
    expect(another).toBeUndefined();
    expect(allowed).toMatchObject({
      Action: 's3:GetObject',
      Principal: { Service: 'cloudfront.amazonaws.com' },
    });
    expect(JSON.stringify(allowed.Condition)).toContain(web.one('AWS::CloudFront::Distribution').logicalId);
  });

  it('forwards everything but the host to the API, and caches nothing', () => {
    for (const behaviour of distribution['CacheBehaviors']) {
      expect(originOf(behaviour).DomainName).toBe(config.apiDomainName);
      expect(behaviour).toMatchObject({
        CachePolicyId: cachingDisabled,
        OriginRequestPolicyId: allViewerExceptHost,
        AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
        ViewerProtocolPolicy: 'https-only',
      });
    }
  });

  it('proves itself to the API with a secret that is in no template', () => {
    const [header, another] = originOf(behaviours[1]!).OriginCustomHeaders;
    expect(another).toBeUndefined();
    expect(header.HeaderName).toBe('x-origin-verify');
    const [, parts] = header.HeaderValue['Fn::Join'];
    expect(parts[0]).toBe('{{resolve:secretsmanager:');
    expect(parts.at(-1)).toBe(':SecretString:::}}');
  });

  it('tells the API the address of the viewer', () => {
    for (const behaviour of distribution['CacheBehaviors'])
      expect(codeOf(behaviour)).toContain('x-viewer-address');
  });

  it('routes in the browser by a function of the pages alone, never by error responses', () => {
    expect(codeOf(behaviours[0]!)).toContain('/index.html');
    expect(distribution).not.toHaveProperty('CustomErrorResponses');
  });

  it('deploys functions that CloudFront can run: one global handler, no modules, no types', () => {
    for (const { Properties } of web.all('AWS::CloudFront::Function')) {
      expect(Properties['FunctionConfig'].Runtime).toBe('cloudfront-js-2.0');
      expect(Properties['FunctionCode']).toMatch(/^function handler\(event\) \{/);
      expect(Properties['FunctionCode']).not.toMatch(/\b(export|import|require)\b/);
    }
  });

  it('allows the pages to load only from the cabinet, Cognito and the buckets', () => {
    const buckets = ['Documents', 'Applications', 'Traffic', 'Exports'];
    const policy = securityHeaders['SecurityHeadersConfig'].ContentSecurityPolicy;
    expect(policy.Override).toBe(true);
    const [separator, parts] = policy.ContentSecurityPolicy['Fn::Join'];
    const text: string = parts
      .map((part: any) =>
        typeof part === 'string'
          ? part
          : (buckets.find((name) => part['Fn::ImportValue'].includes(`GetAtt${name}`)) ?? 'unknown'),
      )
      .join(separator);
    const files = buckets.map((name) => `https://${name}`).join(' ');
    expect(text.split('; ')).toEqual([
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      `connect-src 'self' https://cognito-idp.${config.region}.amazonaws.com ${files}`,
      `img-src 'self' ${files}`,
      `frame-src 'self' ${files}`,
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]);
  });

  it('sends its security headers with every answer', () => {
    const { logicalId } = web.one('AWS::CloudFront::ResponseHeadersPolicy');
    for (const { ResponseHeadersPolicyId } of behaviours)
      expect(ResponseHeadersPolicyId).toEqual({ Ref: logicalId });
    expect(securityHeaders['SecurityHeadersConfig']).toMatchObject({
      StrictTransportSecurity: {
        AccessControlMaxAgeSec: 63_072_000,
        IncludeSubdomains: true,
        Override: true,
      },
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY', Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
    });
    expect(securityHeaders).not.toHaveProperty('CorsConfig');
  });

  it('logs without cookies', () => {
    expect(distribution['Logging']).toMatchObject({ IncludeCookies: false, Prefix: 'cloudfront/' });
  });

  it('has a firewall in the region that CloudFront requires', () => {
    expect(firewall.region).toBe('us-east-1');
    expect(web.region).toBe(config.region);
    const { StackName, Region, OutputName } = distribution['WebACLId']['Fn::GetStackOutput'];
    expect({ StackName, Region }).toEqual({ StackName: firewall.name, Region: 'us-east-1' });
    expect(firewall.template.Outputs[OutputName]?.Value).toEqual({
      'Fn::GetAtt': [firewall.one('AWS::WAFv2::WebACL').logicalId, 'Arn'],
    });
  });

  it('limits what one address may ask, and applies the rules that AWS keeps up to date', () => {
    const { Scope, DefaultAction, Rules } = firewall.one('AWS::WAFv2::WebACL').Properties;
    expect({ Scope, DefaultAction }).toEqual({ Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} } });
    expect(Rules.map(({ Name, Priority }: any) => [Priority, Name])).toEqual([
      [0, 'RatePerAddress'],
      [1, 'RatePerAddressOfApi'],
      [2, 'RatePerAddressOfPublicForms'],
      [3, 'ChallengePublicPages'],
      [4, 'ChallengePublicForms'],
      [5, 'AWSManagedRulesAmazonIpReputationList'],
      [6, 'AWSManagedRulesKnownBadInputsRuleSet'],
      [7, 'AWSManagedRulesCommonRuleSet'],
    ]);
    expect(Rules[0].Statement.RateBasedStatement).toEqual({
      AggregateKeyType: 'IP',
      EvaluationWindowSec: 300,
      Limit: config.requestsPerAddress.everywhere,
    });
    expect(Rules[1].Statement.RateBasedStatement.Limit).toBe(config.requestsPerAddress.api);
    expect(Rules[2].Statement.RateBasedStatement.Limit).toBe(config.requestsPerAddress.publicForms);
  });

  it('deploys /config.json and the pages, whose hashed assets are cached forever', () => {
    const [assets, pages] = web.all('Custom::CDKBucketDeployment').map(({ Properties }) => Properties);
    expect(assets).toMatchObject({
      Prune: false,
      SystemMetadata: { 'cache-control': 'public, max-age=31536000, immutable' },
    });
    expect(pages).toMatchObject({
      Prune: true,
      Exclude: ['assets/*'],
      SystemMetadata: { 'cache-control': 'no-cache' },
    });
    expect(pages!['SourceObjectKeys']).toHaveLength(2);
  });
});
