import * as z from 'zod';
import type { Access } from '../iam/access.ts';
import type { ObjectEvent } from './storage/object-event.ts';

const corsRule = z.object({
  AllowedOrigins: z.array(z.string()),
  AllowedMethods: z.array(z.enum(['GET', 'PUT', 'POST', 'DELETE', 'HEAD'])),
  AllowedHeaders: z.array(z.string()).default([]),
  ExposedHeaders: z.array(z.string()).default([]),
  MaxAge: z.coerce.number().int().optional(),
});

const defaultRetention = z.object({
  Mode: z.enum(['GOVERNANCE', 'COMPLIANCE']),
  Days: z.coerce.number().int().positive().optional(),
  Years: z.coerce.number().int().positive().optional(),
});

const encryption = z.object({
  SSEAlgorithm: z.enum(['AES256', 'aws:kms']),
  /** ARN of the key; absent for the key of the service. */
  KMSMasterKeyID: z.string().startsWith('arn:').optional(),
});

/** The properties of `AWS::S3::Bucket` that have an effect on one machine; others are ignored. */
export const bucketPropertiesSchema = z.object({
  VersioningConfiguration: z.object({ Status: z.enum(['Enabled', 'Suspended']) }).optional(),
  CorsConfiguration: z.object({ CorsRules: z.array(corsRule) }).optional(),
  NotificationConfiguration: z
    .object({
      EventBridgeConfiguration: z
        .object({ EventBridgeEnabled: z.stringbool().or(z.boolean()).default(true) })
        .optional(),
    })
    .optional(),
  BucketEncryption: z
    .object({
      ServerSideEncryptionConfiguration: z.array(
        z.object({
          ServerSideEncryptionByDefault: encryption,
          BucketKeyEnabled: z.stringbool().or(z.boolean()).optional(),
        }),
      ),
    })
    .optional(),
  ObjectLockEnabled: z.stringbool().or(z.boolean()).optional(),
  ObjectLockConfiguration: z
    .object({ Rule: z.object({ DefaultRetention: defaultRetention.optional() }).optional() })
    .optional(),
});

export type BucketProperties = z.output<typeof bucketPropertiesSchema>;

/** A bucket of the template, with resolved properties. */
export interface BucketSettings {
  readonly name: string;
  readonly properties: BucketProperties;
}

export interface S3Settings {
  /** Directory of the objects and their index, for one process at a time. */
  readonly directory: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly region: string;
  /** Who may do what. */
  readonly access: Access;
  /** Created when missing, and configured by their properties; other existing buckets are kept. */
  readonly buckets: readonly BucketSettings[];
  readonly clock?: () => Date;
  /**
   * Called at least once for every object created or deleted in a bucket that notifies EventBridge, also after a
   * crash.
   */
  readonly onEvent: (event: ObjectEvent) => void | Promise<void>;
}
