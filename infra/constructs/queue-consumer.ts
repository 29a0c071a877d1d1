import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
import type { CapabilityFunction } from './capability-function.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { Watch } from './watch.ts';

/** How often a message is received before it goes to the dead-letter queue. */
const maxReceives = 5;

/** How many timeouts of its function a message stays invisible: what AWS recommends, so that throttled batches can be retried. */
const timeoutsWhileInvisible = 6;

interface QueueConsumerProps {
  readonly consumer: CapabilityFunction;
  /** Messages per invocation at most. */
  readonly batchSize: number;
  /** Invocations at the same time at most. */
  readonly maxConcurrency: number;
}

/**
 * A queue that a function works off. Only the failed messages of a batch come again, and those that keep failing are
 * kept in a dead-letter queue.
 */
export class QueueConsumer extends Construct {
  readonly queue: Queue;
  private readonly consumer: CapabilityFunction;
  private readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: QueueConsumerProps) {
    super(scope, id);
    const { consumer, batchSize, maxConcurrency } = props;
    this.consumer = consumer;
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters');
    this.queue = new Queue(this, 'Queue', {
      visibilityTimeout: Duration.millis(consumer.timeout.toMilliseconds() * timeoutsWhileInvisible),
      // Shorter than that of the dead-letter queue, which counts from when the message was sent.
      retentionPeriod: Duration.days(4),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: maxReceives },
    });
    consumer.receivesFrom(this.queue);
    const mapping = new EventSourceMapping(this, 'Mapping', {
      target: consumer.lambda,
      eventSourceArn: this.queue.queueArn,
      batchSize,
      maxConcurrency,
      reportBatchItemFailures: true,
    });
    acknowledge(
      mapping,
      'Serverless-LambdaEventSourceMappingDestination',
      'Only streams have destinations: what failed returns to its queue, which moves it to the dead-letter queue.',
    );
  }

  /** Messages that wait for too long, and those that were not processed. */
  get watches(): readonly Watch[] {
    const period = Duration.minutes(5);
    return [
      {
        id: `${this.consumer.node.id}MessageAge`,
        metric: this.queue.metricApproximateAgeOfOldestMessage({ period, statistic: 'Maximum' }),
        threshold: Duration.hours(1).toSeconds(),
        impact: `${this.consumer.impact} in time: its queue lags by an hour or more.`,
      },
      this.deadLetters.watch(this.consumer, 'messages that failed'),
    ];
  }
}
