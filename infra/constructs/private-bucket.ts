import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { quarantinePrefix } from '../../shared/uploads/quarantine-key.ts';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  HttpMethods,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { bucketOf } from './exact-interfaces.ts';

interface PrivateBucketProps extends Pick<
  BucketProps,
  'encryptionKey' | 'versioned' | 'objectLockEnabled' | 'objectOwnership'
> {
  readonly removalPolicy: RemovalPolicy;
  /** Where requests to the bucket are logged; absent for the bucket with the logs. */
  readonly accessLogs?: Bucket;
  /** Origin of the pages that may upload to and download from it; no other origin by default. */
  readonly origin?: string;
  readonly lifecycleRules?: readonly LifecycleRule[];
  /** Sends the bucket's object events to EventBridge, for the inspection of uploads. */
  readonly announcesObjects?: boolean;
}

/** A bucket that is never public, only reachable over TLS, and deletes uploads that were never accepted. */
export class PrivateBucket extends Bucket {
  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    const { accessLogs, origin, lifecycleRules = [], encryptionKey, announcesObjects, ...rest } = props;
    super(scope, id, {
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      ...rest,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      ...(encryptionKey === undefined
        ? { encryption: BucketEncryption.S3_MANAGED }
        : { encryption: BucketEncryption.KMS, encryptionKey, bucketKeyEnabled: true }),
      ...(accessLogs === undefined
        ? {}
        : { serverAccessLogsBucket: bucketOf(accessLogs), serverAccessLogsPrefix: `${id}/` }),
      ...(origin === undefined
        ? {}
        : {
            cors: [
              {
                allowedOrigins: [origin],
                // Uploads are presigned POSTs, downloads presigned GETs.
                allowedMethods: [HttpMethods.GET, HttpMethods.HEAD, HttpMethods.POST],
                allowedHeaders: ['*'],
                exposedHeaders: ['ETag', 'Content-Disposition'],
                maxAge: Duration.hours(1).toSeconds(),
              },
            ],
          }),
      lifecycleRules: [
        {
          id: 'AbandonedUploads',
          abortIncompleteMultipartUploadAfter: Duration.days(1),
          ...(props.versioned === true ? { expiredObjectDeleteMarker: true } : {}),
        },
        {
          id: 'Quarantine',
          prefix: quarantinePrefix,
          expiration: Duration.days(1),
          ...(props.versioned === true ? { noncurrentVersionExpiration: Duration.days(1) } : {}),
        },
        ...lifecycleRules,
      ],
    });
    // Set on the resource itself: the CDK's own option deploys a function for it.
    const resource = this.node.defaultChild;
    if (announcesObjects === true && resource instanceof CfnBucket) {
      resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    }
  }
}
