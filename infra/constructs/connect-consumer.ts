import { Duration } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { CapabilityResources } from '../declarations/capability.ts';
import type { ConsumerResources, ReactingConsumer } from '../declarations/consumer.ts';
import type { CapabilityFunction } from './capability-function.ts';
import { QueueConsumer } from './queue-consumer.ts';
import { RuleConsumer } from './rule-consumer.ts';
import { StreamConsumer } from './stream-consumer.ts';

/** What consumers can consume besides a queue of their own. */
export interface Sources {
  readonly bus: ConsumerResources['bus'];
  /** ARN of the table's stream. */
  readonly streamArn: string;
  readonly resources: CapabilityResources;
}

/** How long an event is retried; a scheduled run no longer than until the next one. */
const maxEventAgeMinutes = 60;

/** Creates what feeds a consumer's function, with its dead-letter queue. */
export function connectConsumer(
  scope: Construct,
  declared: ReactingConsumer,
  consumer: CapabilityFunction,
  { bus, streamArn, resources }: Sources,
): StreamConsumer | RuleConsumer | QueueConsumer {
  const id = `${consumer.node.id}Source`;
  switch (declared.consumes) {
    case 'stream':
      return new StreamConsumer(scope, id, { consumer, streamArn });
    case 'queue':
      return new QueueConsumer(scope, id, { ...declared, consumer });
    case 'events': {
      const eventBus = declared.bus === 'cabinet' ? { eventBus: bus } : {};
      const rules = Object.entries(declared.patterns(resources)).map(
        ([name, { description, pattern }]) =>
          [name, { description, eventPattern: pattern, ...eventBus }] as const,
      );
      return new RuleConsumer(scope, id, {
        consumer,
        rules: Object.fromEntries(rules),
        maxEventAge: Duration.minutes(maxEventAgeMinutes),
      });
    }
    case 'schedule': {
      const { everyMinutes, description } = declared;
      const rule = { description, schedule: Schedule.rate(Duration.minutes(everyMinutes)) };
      return new RuleConsumer(scope, id, {
        consumer,
        rules: { Rule: rule },
        maxEventAge: Duration.minutes(Math.min(everyMinutes, maxEventAgeMinutes)),
      });
    }
  }
}
