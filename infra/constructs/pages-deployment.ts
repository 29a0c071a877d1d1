import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct, type IConstruct } from 'constructs';
import type { WebConfig } from '../../shared/web-config.ts';
import { assetsPrefix } from '../build-pages.ts';
import { acknowledge } from '../nag.ts';
import { bucketOf } from './exact-interfaces.ts';

interface PagesDeploymentProps {
  readonly bucket: Bucket;
  /** Output of `buildPages`. */
  readonly directory: string;
  /** Content of `/config.json`. */
  readonly webConfig: WebConfig;
  readonly logRetention: RetentionDays;
}

/**
 * Uploads the pages. Files with a digest in their names go first and are never removed, so that open pages find their
 * parts.
 */
export class PagesDeployment extends Construct {
  constructor(scope: Construct, id: string, props: PagesDeploymentProps) {
    super(scope, id);
    const { bucket, directory, webConfig, logRetention } = props;
    const common = {
      destinationBucket: bucketOf(bucket),
      logGroup: new LogGroup(this, 'Logs', { retention: logRetention, removalPolicy: RemovalPolicy.DESTROY }),
    };
    const assets = new BucketDeployment(this, 'Assets', {
      ...common,
      sources: [Source.asset(directory, { exclude: ['*', `!${assetsPrefix}`, `!${assetsPrefix}/**`] })],
      prune: false,
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
    });
    const pages = new BucketDeployment(this, 'Pages', {
      ...common,
      sources: [
        Source.asset(directory, { exclude: [assetsPrefix] }),
        Source.jsonData('config.json', webConfig),
      ],
      // The assets are not among its sources, and must not be pruned because of that.
      exclude: [`${assetsPrefix}/*`],
      cacheControl: [CacheControl.noCache()],
    });
    pages.node.addDependency(assets);
    acknowledgeHelper(Stack.of(this), bucket);
  }
}

/** The CDK's own upload function, in Python, which CloudFormation runs during a deployment. */
function acknowledgeHelper(stack: Stack, bucket: Bucket): void {
  const isHelper = (child: IConstruct) => child.node.id.startsWith('Custom::CDKBucketDeployment');
  const helper = stack.node.children.find(isHelper);
  const resource = bucket.node.defaultChild;
  if (helper === undefined || !(resource instanceof CfnBucket)) {
    throw new Error('The CDK uploads differently than before: review its findings again');
  }
  const bootstrapBucket = `arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${stack.region}`;
  for (const rule of [
    'AwsSolutions-L1',
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    'AwsSolutions-IAM5[Action::s3:Abort*]',
    'AwsSolutions-IAM5[Action::s3:DeleteObject*]',
    'AwsSolutions-IAM5[Action::s3:GetBucket*]',
    'AwsSolutions-IAM5[Action::s3:GetObject*]',
    'AwsSolutions-IAM5[Action::s3:List*]',
    `AwsSolutions-IAM5[Resource::${bootstrapBucket}/*]`,
    `AwsSolutions-IAM5[Resource::<${stack.getLogicalId(resource)}.Arn>/*]`,
    'Serverless-LambdaDLQ',
    'Serverless-LambdaLatestVersion',
    'Serverless-LambdaTracing',
  ]) {
    acknowledge(
      helper,
      rule,
      'The CDK creates this function, its runtime and its role; only CloudFormation runs it, during a deployment.',
    );
  }
}
