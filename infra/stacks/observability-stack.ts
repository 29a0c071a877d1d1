import { CrossStackReferences, ReferenceStrength, Stack, type StackProps } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import type { Watch } from '../constructs/watch.ts';

interface ObservabilityStackProps extends StackProps {
  readonly config: StageConfig;
  readonly watches: readonly Watch[];
}

/** Turns the watches of the other stacks into alarms by e-mail. Nothing depends on it. */
export class ObservabilityStack extends Stack {
  constructor(scope: Construct, id: string, { config, watches, ...props }: ObservabilityStackProps) {
    super(scope, id, props);
    // What it watches comes and goes: an export in use could not be removed (docs/adr/0105).
    CrossStackReferences.of(this).consume(ReferenceStrength.WEAK);
    const topic = new Topic(this, 'Alarms', { displayName: 'Operator cabinet', enforceSSL: true });
    // Replaces the default policy, which lets every service of the account publish.
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    topic.addSubscription(
      new EmailSubscription(config.alarmAddress, {
        deadLetterQueue: new DeadLetterQueue(this, 'UndeliveredAlarms'),
      }),
    );
    for (const { id: alarmId, metric, threshold, periods = 1, impact } of watches) {
      const alarm = new Alarm(this, alarmId, {
        alarmDescription: impact,
        metric,
        threshold,
        evaluationPeriods: periods,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(new SnsAction(topic));
    }
  }
}
