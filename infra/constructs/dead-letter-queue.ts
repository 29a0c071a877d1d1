import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
import type { CapabilityFunction } from './capability-function.ts';
import type { Watch } from './watch.ts';

/** Keeps what could not be processed for two weeks, the maximum of SQS. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    const reason = 'It is a dead-letter queue itself: a person reads it when its alarm goes off.';
    acknowledge(this, 'AwsSolutions-SQS3', reason);
    acknowledge(this, 'Serverless-SQSRedrivePolicy', reason);
  }

  /** @param lost what is in it, as in "events that failed" */
  watch({ node, impact }: CapabilityFunction, lost: string): Watch {
    return {
      id: `${node.id}DeadLetters`,
      metric: this.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) }),
      threshold: 1,
      impact: `${impact}: ${lost} are in the dead-letter queue.`,
    };
  }
}
