import * as z from 'zod';
import type { BucketProperties } from '../settings.ts';

const corsRuleSchema = z.object({
  allowedOrigins: z.array(z.string()),
  allowedMethods: z.array(z.string()),
  allowedHeaders: z.array(z.string()),
  exposedHeaders: z.array(z.string()),
  maxAgeSeconds: z.number().optional(),
});
export type CorsRule = z.output<typeof corsRuleSchema>;

export const bucketConfigurationSchema = z.object({
  /** Absent until versioning is first enabled; afterwards it can only be suspended. */
  versioning: z.enum(['Enabled', 'Suspended']).optional(),
  cors: z.array(corsRuleSchema),
  notifiesEventBridge: z.boolean(),
  objectLock: z.boolean(),
  /** How its objects are encrypted unless their uploads say otherwise; `AES256` by default. */
  encryption: z
    .object({
      algorithm: z.enum(['AES256', 'aws:kms']),
      /** Key that their readers and writers must be allowed to use. */
      keyArn: z.string().optional(),
      usesBucketKey: z.boolean(),
    })
    .optional(),
  defaultRetention: z.object({ mode: z.enum(['GOVERNANCE', 'COMPLIANCE']), days: z.number() }).optional(),
});
export type BucketConfiguration = z.output<typeof bucketConfigurationSchema>;

/** The default configuration of a bucket. */
export const defaultBucketConfiguration: BucketConfiguration = {
  cors: [],
  notifiesEventBridge: false,
  objectLock: false,
};

/** The template's configuration of a bucket; an object lock implies versioning, as in CloudFormation. */
export function configureFromTemplate(properties: BucketProperties): BucketConfiguration {
  const objectLock = properties.ObjectLockEnabled ?? false;
  const retention = properties.ObjectLockConfiguration?.Rule?.DefaultRetention;
  const [encryption] = properties.BucketEncryption?.ServerSideEncryptionConfiguration ?? [];
  const eventBridge = properties.NotificationConfiguration?.EventBridgeConfiguration;
  return {
    versioning: objectLock ? 'Enabled' : properties.VersioningConfiguration?.Status,
    cors: (properties.CorsConfiguration?.CorsRules ?? []).map((rule) => ({
      allowedOrigins: rule.AllowedOrigins,
      allowedMethods: rule.AllowedMethods,
      allowedHeaders: rule.AllowedHeaders,
      exposedHeaders: rule.ExposedHeaders,
      maxAgeSeconds: rule.MaxAge,
    })),
    notifiesEventBridge: eventBridge?.EventBridgeEnabled ?? false,
    objectLock,
    encryption: encryption && {
      algorithm: encryption.ServerSideEncryptionByDefault.SSEAlgorithm,
      keyArn: encryption.ServerSideEncryptionByDefault.KMSMasterKeyID,
      usesBucketKey: encryption.BucketKeyEnabled ?? false,
    },
    defaultRetention: retention && {
      mode: retention.Mode,
      days: (retention.Days ?? 0) + 365 * (retention.Years ?? 0),
    },
  };
}
