import { Duration } from 'aws-cdk-lib';
import { type EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { EventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Construct } from 'constructs';
import type { CapabilityFunction } from './capability-function.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { Watch } from './watch.ts';

interface EventConsumerProps {
  readonly consumer: CapabilityFunction;
  /** Events of the default bus that invoke it. */
  readonly patterns: Readonly<
    Record<string, { readonly description: string; readonly pattern: EventPattern }>
  >;
  /** What does not happen while events are in its dead-letter queue, in one sentence. */
  readonly impact: string;
}

/** Delivers events to a function with retries, and keeps those that could not be processed. */
export class EventConsumer extends Construct {
  private readonly deadLetters: DeadLetterQueue;
  private readonly impact: string;

  constructor(scope: Construct, id: string, { consumer, patterns, impact }: EventConsumerProps) {
    super(scope, id);
    this.impact = impact;
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters');
    new EventInvokeConfig(this, 'Retries', {
      function: consumer.lambda,
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
      onFailure: new SqsDestination(this.deadLetters),
    });
    for (const [name, { description, pattern }] of Object.entries(patterns)) {
      const rule = new Rule(this, name, { description, eventPattern: pattern });
      // The same queue for events that cannot even be delivered.
      rule.addTarget(new LambdaFunction(consumer.lambda, { deadLetterQueue: this.deadLetters }));
    }
  }

  /** Events that were not processed. */
  get watches(): readonly Watch[] {
    return [this.deadLetters.watch(`${this.node.id}DeadLetters`, this.impact)];
  }
}
