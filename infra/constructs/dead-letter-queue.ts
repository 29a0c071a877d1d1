import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
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

  /** @param impact what was lost, in one sentence */
  watch(id: string, impact: string): Watch {
    const period = Duration.minutes(5);
    return { id, metric: this.metricApproximateNumberOfMessagesVisible({ period }), threshold: 1, impact };
  }
}
