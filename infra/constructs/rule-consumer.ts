import type { Duration } from 'aws-cdk-lib';
import { Rule, type RuleProps } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { EventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Construct } from 'constructs';
import type { CapabilityFunction } from './capability-function.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { Watch } from './watch.ts';

interface RuleConsumerProps {
  readonly consumer: CapabilityFunction;
  /** Each rule delivers what its pattern matches, or runs the function on its schedule. */
  readonly rules: Readonly<
    Record<string, Pick<RuleProps, 'description' | 'eventBus' | 'eventPattern' | 'schedule'>>
  >;
  /** How long an event is retried. */
  readonly maxEventAge: Duration;
}

/** Invokes a function by rules of EventBridge with retries, and keeps the events that could not be processed. */
export class RuleConsumer extends Construct {
  private readonly consumer: CapabilityFunction;
  private readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, { consumer, rules, maxEventAge }: RuleConsumerProps) {
    super(scope, id);
    this.consumer = consumer;
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters');
    new EventInvokeConfig(this, 'Retries', {
      function: consumer.lambda,
      retryAttempts: 2,
      maxEventAge,
      onFailure: new SqsDestination(this.deadLetters),
    });
    for (const [name, rule] of Object.entries(rules)) {
      new Rule(this, name, rule).addTarget(
        // The same queue for events that cannot even be delivered.
        new LambdaFunction(consumer.lambda, { deadLetterQueue: this.deadLetters }),
      );
    }
  }

  /** Events that were not processed. */
  get watches(): readonly Watch[] {
    return [this.deadLetters.watch(this.consumer, 'events that failed')];
  }
}
