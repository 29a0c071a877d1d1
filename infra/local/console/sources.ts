import type { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ReadItem } from '../boot/application.ts';
import type { StackAddress } from '../boot/stack-address.ts';
import type { EventBridge } from '../events/event-bridge.ts';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { Outbox } from '../mail/outbox.ts';
import type { Queues } from '../queues/sqs.ts';

/** The services that the console shows. */
export interface Sources {
  readonly address: StackAddress;
  readonly tableNames: readonly string[];
  readonly lambda: Pick<LambdaRuntime, 'functions'>;
  readonly queues: Pick<Queues, 'summaries' | 'peek'>;
  readonly events: Pick<EventBridge, 'deliveries'>;
  readonly outbox: Pick<Outbox, 'list' | 'find'>;
  readonly table: DynamoDBDocumentClient;
  readonly readItem?: ReadItem | undefined;
  readonly files: S3Client;
}
