import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
import type { Watch } from './watch.ts';

/** Holds for two weeks, the longest that SQS can, what nobody could process. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    const reason = 'It is a dead-letter queue itself: a person reads it when its alarm rings.';
    acknowledge(this, 'AwsSolutions-SQS3', reason);
    acknowledge(this, 'Serverless-SQSRedrivePolicy', reason);
  }

  /** @param impact what was given up, in one sentence */
  watch(id: string, impact: string): Watch {
    const period = Duration.minutes(5);
    return { id, metric: this.metricApproximateNumberOfMessagesVisible({ period }), threshold: 1, impact };
  }
}
