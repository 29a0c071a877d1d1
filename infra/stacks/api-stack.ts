import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  DomainName,
  HttpApi,
  HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { CapabilityFunction, constructIdOf } from '../constructs/capability-function.ts';
import { HttpRoutes } from '../constructs/http-routes.ts';
import type { Watch } from '../constructs/watch.ts';
import type { Capability, CapabilityResources } from '../declarations/capability.ts';
import { acknowledge } from '../nag.ts';

/** Access log: without the identity of callers, and with the route instead of the path, which contains ids. */
const accessLogFormat = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  routeKey: '$context.routeKey',
  status: '$context.status',
  responseLength: '$context.responseLength',
  responseLatency: '$context.responseLatency',
  integrationLatency: '$context.integrationLatency',
  integrationError: '$context.integrationErrorMessage',
  authorizerError: '$context.authorizer.error',
};

interface ApiStackProps extends StackProps {
  readonly stage: string;
  readonly capabilities: readonly Capability[];
  /** Bundle of a folder of functions/. */
  readonly codeOf: (folder: string) => Code;
  readonly client: IUserPoolClient;
  /** What the capabilities' functions can be granted access to. */
  readonly resources: CapabilityResources;
}

/** The HTTP API and the function of every capability. Stateless: it can be deleted and deployed again. */
export class ApiStack extends Stack {
  /** Proves to the functions that a request came through CloudFront. */
  readonly originSecret: Secret;
  private readonly api: HttpApi;
  private readonly functions: readonly CapabilityFunction[];

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    const { stage, capabilities, codeOf, client, resources, ...stackProps } = props;
    const { config, userPool } = resources;
    super(scope, id, stackProps);
    this.originSecret = new Secret(this, 'OriginSecret', {
      description: 'Sent by CloudFront with every request to the API, and required by the functions',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
    acknowledge(
      this.originSecret,
      'AwsSolutions-SMG4',
      'CloudFront and the functions read it when they are deployed: rotating it alone would separate the two.',
    );

    this.api = new HttpApi(this, 'Api', {
      apiName: `operator-cabinet-${stage}`,
      createDefaultStage: false,
      // CloudFront uses the custom domain name; no client should use any other.
      disableExecuteApiEndpoint: true,
    });
    const domain = new DomainName(this, 'Domain', {
      domainName: config.apiDomainName,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', config.apiCertificateArn),
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    const accessLogs = new LogGroup(this, 'AccessLogs', {
      // Log groups with this prefix need no entries in CloudWatch's resource policy, which is limited in length.
      logGroupName: `/aws/vendedlogs/operator-cabinet/${stage}/api`,
      retention: config.logRetention,
      removalPolicy: config.removalPolicy,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      domainMapping: { domainName: domain },
      throttle: config.throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLogs),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFormat)),
      },
    });

    const authorizer = new HttpUserPoolAuthorizer('Authorizer', userPool, { userPoolClients: [client] });
    this.functions = capabilities.map(({ folder, routes, impact, grant }) => {
      const name = constructIdOf(folder);
      const capability = new CapabilityFunction(this, name, {
        folder,
        description: `Operator cabinet: ${folder}, origin secret ${config.originSecretGeneration}`,
        code: codeOf(folder),
        impact,
        logRetention: config.logRetention,
        removalPolicy: config.removalPolicy,
      });
      // CloudFormation resolves it during the deployment; the template only has a reference.
      capability.lambda.addEnvironment('ORIGIN_SECRET', this.originSecret.secretValue.unsafeUnwrap());
      capability.lambda.addEnvironment('MFA_REQUIRED', String(config.mfaRequired));
      grant(capability, resources);
      new HttpRoutes(this, `${name}Routes`, {
        api: this.api,
        authorizer,
        handler: capability.lambda,
        routes,
      });
      return capability;
    });

    new CfnOutput(this, 'ApiDomainTarget', {
      description: `Where the DNS record of ${config.apiDomainName} points`,
      value: domain.regionalDomainName,
    });
  }

  /** Server errors of the API, and the metrics of its functions. */
  get watches(): readonly Watch[] {
    return [
      {
        id: 'ApiServerErrors',
        metric: this.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
        threshold: 5,
        impact: 'People and operators’ systems get server errors from the API.',
      },
      ...this.functions.flatMap(({ watches }) => watches),
    ];
  }
}
