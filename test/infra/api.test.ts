import { beforeAll, describe, expect, it } from 'vitest';
import { capabilities } from '../../infra/declarations/capabilities.ts';
import { stages } from '../../infra/config.ts';
import { synthesizeStage, type SynthesizedStack, synthesisTimeout } from './templates.ts';
import { isSignedIn } from '../../shared/http/route.ts';

describe.each(['dev', 'prod'] as const)('the HTTP API of %s', (stage) => {
  const config = stages[stage];
  let api: SynthesizedStack;
  beforeAll(async () => {
    api = (await synthesizeStage(stage))['api']!;
  }, synthesisTimeout);

  const reference = (type: string, prefix?: string) => ({ Ref: api.one(type, prefix).logicalId });
  const contracts = capabilities.flatMap(({ routes }) => Object.values(routes));

  it('has exactly the routes of the contracts, each registered by itself', () => {
    const keys = api.all('AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties['RouteKey']);
    expect(keys.toSorted()).toEqual(contracts.map(({ method, path }) => `${method} ${path}`).toSorted());
    expect(keys.filter((key: string) => /ANY|\$default|\+\}/.test(key))).toEqual([]);
  });

  it('wants an access token on every route but those of visitors and applicants', () => {
    const authorizer = reference('AWS::ApiGatewayV2::Authorizer');
    const isPublic = new Map(contracts.map((route) => [`${route.method} ${route.path}`, !isSignedIn(route)]));
    for (const { Properties } of api.all('AWS::ApiGatewayV2::Route')) {
      const { RouteKey, AuthorizationType, AuthorizerId, AuthorizationScopes } = Properties;
      expect({ RouteKey, AuthorizationType, AuthorizerId, AuthorizationScopes }).toEqual(
        isPublic.get(RouteKey) === true
          ? { RouteKey, AuthorizationType: 'NONE' }
          : {
              RouteKey,
              AuthorizationType: 'JWT',
              AuthorizerId: authorizer,
              AuthorizationScopes: ['aws.cognito.signin.user.admin'],
            },
      );
    }
  });

  it('takes tokens of the pool, issued to the client, from the Authorization header', () => {
    const { AuthorizerType, IdentitySource, JwtConfiguration } = api.one(
      'AWS::ApiGatewayV2::Authorizer',
    ).Properties;
    expect({ AuthorizerType, IdentitySource }).toEqual({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
    });
    expect(JwtConfiguration.Audience).toHaveLength(1);
    expect(JwtConfiguration.Audience[0]['Fn::ImportValue']).toContain('RefClient');
    const [prefix, pool] = JwtConfiguration.Issuer['Fn::Join'][1];
    expect(prefix).toBe(`https://cognito-idp.${config.region}.amazonaws.com/`);
    expect(pool['Fn::ImportValue']).toContain('RefUserPool');
  });

  it('hands a request to the one function of its capability, with payload 2.0', () => {
    const integrations = api.all('AWS::ApiGatewayV2::Integration');
    expect(integrations).toHaveLength(capabilities.length);
    for (const { Properties } of integrations) {
      expect(Properties).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' });
    }
  });

  it('is the only caller of each function, by one permission', () => {
    const permissions = api.all('AWS::Lambda::Permission').map(({ Properties }) => Properties);
    expect(permissions).toHaveLength(capabilities.length);
    for (const { Action, Principal, SourceArn } of permissions) {
      expect({ Action, Principal }).toEqual({
        Action: 'lambda:InvokeFunction',
        Principal: 'apigateway.amazonaws.com',
      });
      expect(JSON.stringify(SourceArn)).toContain(api.one('AWS::ApiGatewayV2::Api').logicalId);
    }
  });

  it('is reached by its own domain alone, over TLS 1.2', () => {
    expect(api.one('AWS::ApiGatewayV2::Api').Properties['DisableExecuteApiEndpoint']).toBe(true);
    const domain = api.one('AWS::ApiGatewayV2::DomainName');
    expect(domain.Properties).toMatchObject({
      DomainName: config.apiDomainName,
      DomainNameConfigurations: [{ CertificateArn: config.apiCertificateArn, SecurityPolicy: 'TLS_1_2' }],
    });
    expect(api.one('AWS::ApiGatewayV2::ApiMapping').Properties).toMatchObject({
      ApiId: reference('AWS::ApiGatewayV2::Api'),
      DomainName: { Ref: domain.logicalId },
    });
  });

  it('knows no CORS: pages and API share one origin', () => {
    expect(api.one('AWS::ApiGatewayV2::Api').Properties).not.toHaveProperty('CorsConfiguration');
  });

  it('throttles all callers together', () => {
    expect(api.one('AWS::ApiGatewayV2::Stage').Properties).toMatchObject({
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: {
        ThrottlingRateLimit: config.throttle.rateLimit,
        ThrottlingBurstLimit: config.throttle.burstLimit,
      },
    });
  });

  it('logs the route and the status, but not the caller, the address or ids', () => {
    const { AccessLogSettings } = api.one('AWS::ApiGatewayV2::Stage').Properties;
    const format: Record<string, string> = JSON.parse(AccessLogSettings.Format);
    expect(format).toMatchObject({ routeKey: '$context.routeKey', status: '$context.status' });
    expect(AccessLogSettings.Format).not.toMatch(/identity|claims|\.path|userAgent|sourceIp|requestOverride/);
    const logs = api.one('AWS::Logs::LogGroup', 'AccessLogs');
    expect(AccessLogSettings.DestinationArn).toEqual({ 'Fn::GetAtt': [logs.logicalId, 'Arn'] });
    expect(logs.Properties['RetentionInDays']).toBe(config.logRetention);
  });

  it('keeps the secret that CloudFront proves itself with in Secrets Manager', () => {
    const secret = api.one('AWS::SecretsManager::Secret');
    expect(secret.Properties['GenerateSecretString'].PasswordLength).toBeGreaterThanOrEqual(32);
    for (const { Properties } of api.all('AWS::Lambda::Function')) {
      expect(Properties['Environment'].Variables.ORIGIN_SECRET).toEqual({
        'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: secret.logicalId }, ':SecretString:::}}']],
      });
    }
  });
});
