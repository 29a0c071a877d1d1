import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { EventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Construct } from 'constructs';
import type { CapabilityFunction } from './capability-function.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { Watch } from './watch.ts';

interface HourlyScheduleProps {
  readonly consumer: CapabilityFunction;
  readonly description: string;
  /** What is not done while runs are in its dead-letter queue, in one sentence. */
  readonly impact: string;
}

/** Runs a function every hour with retries, and keeps the runs that failed. */
export class HourlySchedule extends Construct {
  private readonly deadLetters: DeadLetterQueue;
  private readonly impact: string;

  constructor(scope: Construct, id: string, { consumer, description, impact }: HourlyScheduleProps) {
    super(scope, id);
    this.impact = impact;
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters');
    new EventInvokeConfig(this, 'Retries', {
      function: consumer.lambda,
      retryAttempts: 2,
      maxEventAge: Duration.minutes(30),
      onFailure: new SqsDestination(this.deadLetters),
    });
    new Rule(this, 'Rule', { description, schedule: Schedule.rate(Duration.hours(1)) }).addTarget(
      // The same queue for runs that cannot even be delivered.
      new LambdaFunction(consumer.lambda, { deadLetterQueue: this.deadLetters }),
    );
  }

  /** Runs that failed. */
  get watches(): readonly Watch[] {
    return [this.deadLetters.watch(`${this.node.id}DeadLetters`, this.impact)];
  }
}
