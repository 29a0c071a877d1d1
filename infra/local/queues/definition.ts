import * as z from 'zod';
import type { Assembly } from '../template/assembly.ts';
import { UnsupportedError } from '../template/errors.ts';

/** A queue of the template; times in seconds. */
export interface QueueDefinition {
  readonly name: string;
  readonly arn: string;
  readonly delay: number;
  readonly visibilityTimeout: number;
  readonly retention: number;
  readonly waitTime: number;
  /** Bytes. */
  readonly maxMessageBytes: number;
  readonly redrive: { readonly deadLetterArn: string; readonly maxReceiveCount: number } | undefined;
}

const redriveSchema = z.strictObject({
  deadLetterTargetArn: z.string(),
  maxReceiveCount: z.coerce.number().int().min(1),
});
// Amazon SQS API Reference, CreateQueue.
const queueSchema = z.object({
  FifoQueue: z.literal(false).optional(),
  DelaySeconds: z.number().default(0),
  VisibilityTimeout: z.number().default(30),
  MessageRetentionPeriod: z.number().default(4 * 24 * 60 * 60),
  ReceiveMessageWaitTimeSeconds: z.number().default(0),
  MaximumMessageSize: z.number().default(1024 * 1024),
  RedrivePolicy: redriveSchema.optional(),
});
const meaninglessProperties = [
  ...['KmsDataKeyReusePeriodSeconds', 'KmsMasterKeyId', 'QueueName', 'RedriveAllowPolicy'],
  ...['SqsManagedSseEnabled', 'Tags'],
];

/** @throws {UnsupportedError} for FIFO queues, and for a missing dead-letter queue */
export function readQueues(assembly: Assembly): QueueDefinition[] {
  return assembly.resources('AWS::SQS::Queue').map((resource) => {
    const queue = resource.read(queueSchema, meaninglessProperties);
    const redrive = queue.RedrivePolicy;
    if (redrive && !assembly.findByArn('AWS::SQS::Queue', redrive.deadLetterTargetArn))
      throw new UnsupportedError(
        `${resource.name} redrives to ${redrive.deadLetterTargetArn}, which does not exist`,
      );
    return {
      name: resource.name,
      arn: resource.arn,
      delay: queue.DelaySeconds,
      visibilityTimeout: queue.VisibilityTimeout,
      retention: queue.MessageRetentionPeriod,
      waitTime: queue.ReceiveMessageWaitTimeSeconds,
      maxMessageBytes: queue.MaximumMessageSize,
      redrive: redrive && {
        deadLetterArn: redrive.deadLetterTargetArn,
        maxReceiveCount: redrive.maxReceiveCount,
      },
    };
  });
}
