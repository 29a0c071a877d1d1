import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { CapabilityFunction, constructIdOf } from '../constructs/capability-function.ts';
import { connectConsumer } from '../constructs/connect-consumer.ts';
import { QueueConsumer } from '../constructs/queue-consumer.ts';
import type { Watch } from '../constructs/watch.ts';
import type { CapabilityResources } from '../declarations/capability.ts';
import type { ReactingConsumer } from '../declarations/consumer.ts';

/** More readers of one DynamoDB stream are throttled (Amazon DynamoDB Developer Guide, "Change data capture"). */
const maxStreamReaders = 2;

interface EventsStackProps extends StackProps {
  readonly config: StageConfig;
  readonly consumers: readonly ReactingConsumer[];
  /** Bundle of a folder of functions/. */
  readonly codeOf: (folder: string) => Code;
  /** ARN of the table's stream, which all events are derived from. */
  readonly streamArn: string;
  /** What the consumers' functions can be granted access to. */
  readonly resources: CapabilityResources;
}

/** Reactions to changes: the event bus, and the function of every consumer but those of the user pool. */
export class EventsStack extends Stack {
  readonly watches: readonly Watch[];

  /** @throws Error if more consumers read the table's stream than DynamoDB serves */
  constructor(scope: Construct, id: string, props: EventsStackProps) {
    const { config, consumers, codeOf, streamArn, resources, ...stackProps } = props;
    super(scope, id, stackProps);
    checkStreamReaders(consumers);
    const bus = new EventBus(this, 'Bus', { description: 'Events of the operator cabinet' });
    bus.applyRemovalPolicy(config.removalPolicy);
    bus.archive('Archive', {
      description: 'All events, for replay to consumers that are new or missed them',
      eventPattern: { account: [this.account] },
      retention: Duration.days(config.eventArchiveDays),
    });

    const queues = new Map<string, Queue>();
    const functions = consumers.map((declared) => {
      const { folder, description, impact, memoryMegabytes, timeoutSeconds } = declared;
      const consumer = new CapabilityFunction(this, constructIdOf(folder), {
        folder,
        description,
        code: codeOf(folder),
        impact,
        memoryMegabytes,
        timeoutSeconds,
        concurrency: declared.consumes === 'events' ? declared.concurrency : undefined,
        logRetention: config.logRetention,
        removalPolicy: config.removalPolicy,
      });
      const source = connectConsumer(this, declared, consumer, { bus, streamArn, resources });
      if (source instanceof QueueConsumer) queues.set(folder, source.queue);
      return { declared, consumer, source };
    });
    const queueOf = (folder: string) => {
      const queue = queues.get(folder);
      if (queue === undefined) throw new Error(`infra/consumers/${folder}.ts declares no queue`);
      return queue;
    };
    // Now that each queue exists: consumers may send to each other's.
    for (const { declared, consumer } of functions) declared.grant(consumer, { ...resources, bus, queueOf });
    this.watches = functions.flatMap(({ consumer, source }) => [...consumer.watches, ...source.watches]);
  }
}

function checkStreamReaders(consumers: readonly ReactingConsumer[]): void {
  const readers = consumers.filter(({ consumes }) => consumes === 'stream').map(({ folder }) => folder);
  if (readers.length > maxStreamReaders) {
    throw new Error(
      `A DynamoDB stream serves ${String(maxStreamReaders)} readers at most, not ${readers.join(', ')}: let one of them consume events of the bus.`,
    );
  }
}
