import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  FunctionEventType,
  HttpVersion,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IUserPool, IUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { type Bucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { bucketOf } from '../constructs/exact-interfaces.ts';
import { PagesDeployment } from '../constructs/pages-deployment.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';
import { SecurityHeaders } from '../constructs/security-headers.ts';
import { ViewerRequestFunction } from '../constructs/viewer-request-function.ts';
import { acknowledge } from '../nag.ts';

interface WebStackProps extends StackProps {
  readonly config: StageConfig;
  /** Output of `buildPages`. */
  readonly pagesDirectory: string;
  readonly userPool: IUserPool;
  readonly client: IUserPoolClient;
  /** Buckets of presigned URLs. */
  readonly fileBuckets: readonly Bucket[];
  /** Proves to the API that a request came through CloudFront. */
  readonly originSecret: Secret;
  readonly webAclArn: string;
}

/** The single origin of browsers and operators' systems: pages, API and `/config.json` behind CloudFront. */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, props: WebStackProps) {
    const { config, pagesDirectory, userPool, client, fileBuckets, originSecret, webAclArn, ...stackProps } =
      props;
    super(scope, id, stackProps);
    const identity = `https://cognito-idp.${this.region}.amazonaws.com`;
    const files = fileBuckets.map((bucket) => `https://${bucket.bucketRegionalDomainName}`);
    const headers = new SecurityHeaders(this, 'SecurityHeaders', { identity, files });
    const { removalPolicy } = config;

    const accessLogs = new PrivateBucket(this, 'WebAccessLogs', {
      removalPolicy,
      // CloudFront delivers its logs with an access control list.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ id: 'Expiry', expiration: Duration.days(config.accessLogDays) }],
    });
    const pages = new PrivateBucket(this, 'Pages', { removalPolicy, accessLogs });

    const toApi = {
      origin: new HttpOrigin(config.apiDomainName, {
        customHeaders: { 'x-origin-verify': originSecret.secretValue.unsafeUnwrap() },
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: headers,
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: new ViewerRequestFunction(this, 'ViewerAddress', 'viewer-address'),
        },
      ],
    };
    const distribution = new Distribution(this, 'Distribution', {
      comment: `${config.domainName}, origin secret ${config.originSecretGeneration}`,
      domainNames: [config.domainName],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', config.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      webAclId: webAclArn,
      logBucket: bucketOf(accessLogs),
      logFilePrefix: 'cloudfront/',
      logIncludesCookies: false,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucketOf(pages)),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: headers,
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new ViewerRequestFunction(this, 'ClientSideRoutes', 'client-side-routes'),
          },
        ],
      },
      additionalBehaviors: { '/tmf-api/*': toApi, '/cabinet/*': toApi },
    });
    acknowledge(
      distribution,
      'AwsSolutions-CFR1',
      'Operators interconnect across borders and their people travel: the firewall filters by address, not by country.',
    );

    new PagesDeployment(this, 'PagesDeployment', {
      bucket: pages,
      directory: pagesDirectory,
      logRetention: config.logRetention,
      webConfig: {
        region: this.region,
        userPoolId: userPool.userPoolId,
        userPoolClientId: client.userPoolClientId,
        fileOrigins: files,
        brand: config.brand,
      },
    });
    new CfnOutput(this, 'DomainTarget', {
      description: `Where the DNS record of ${config.domainName} points`,
      value: distribution.distributionDomainName,
    });
  }
}
