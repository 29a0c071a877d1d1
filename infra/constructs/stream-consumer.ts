import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { CapabilityFunction } from './capability-function.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { Watch } from './watch.ts';

interface StreamConsumerProps {
  readonly consumer: CapabilityFunction;
  /** ARN of a DynamoDB stream. */
  readonly streamArn: string;
}

/**
 * Feeds a table's stream to a function, ordered by partition key, without losing records silently: a failing batch is
 * bisected, only failed records are retried, and a dead-letter queue names those that keep failing.
 */
export class StreamConsumer extends Construct {
  private readonly consumer: CapabilityFunction;
  private readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, { consumer, streamArn }: StreamConsumerProps) {
    super(scope, id);
    this.consumer = consumer;
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters');
    consumer.readsStream(streamArn, this.deadLetters);
    new EventSourceMapping(this, 'Mapping', {
      target: consumer.lambda,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 10,
      // A stream keeps a record for 24 hours: half of that is left for fixing the function and replaying.
      maxRecordAge: Duration.hours(12),
      onFailure: { bind: () => ({ destination: this.deadLetters.queueArn }) },
    });
  }

  /** Lag and lost records. */
  get watches(): readonly Watch[] {
    return [
      {
        id: `${this.consumer.node.id}IteratorAge`,
        metric: this.consumer.lambda.metric('IteratorAge', {
          period: Duration.minutes(5),
          statistic: 'Maximum',
        }),
        threshold: Duration.minutes(1).toMilliseconds(),
        impact: `${this.consumer.impact} in time: the stream lags by a minute or more.`,
      },
      this.deadLetters.watch(this.consumer, 'records that were discarded'),
    ];
  }
}
