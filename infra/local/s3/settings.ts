import * as z from 'zod';
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

/** What of an `AWS::S3::Bucket` resource has an effect on one machine; the rest of its properties is dropped. */
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
  ObjectLockEnabled: z.stringbool().or(z.boolean()).optional(),
  ObjectLockConfiguration: z
    .object({ Rule: z.object({ DefaultRetention: defaultRetention.optional() }).optional() })
    .optional(),
});

export type BucketProperties = z.output<typeof bucketPropertiesSchema>;

/** A bucket of the template, with every intrinsic of its properties resolved. */
export interface BucketSettings {
  readonly name: string;
  readonly properties: BucketProperties;
}

export interface S3Settings {
  /** Where objects and their index live; one process at a time. */
  readonly directory: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly region: string;
  /** Secrets by access key id. */
  readonly credentials: ReadonlyMap<string, string>;
  /** Created when missing, and configured as their properties say; other buckets that exist are kept. */
  readonly buckets: readonly BucketSettings[];
  readonly clock?: () => Date;
  /** Told of every object created or deleted in a bucket that notifies EventBridge, at least once, also after a crash. */
  readonly onEvent: (event: ObjectEvent) => void | Promise<void>;
}
