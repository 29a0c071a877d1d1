import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { type Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { CapabilityFunction } from '../constructs/capability-function.ts';
import { StreamConsumer } from '../constructs/stream-consumer.ts';
import type { Watch } from '../constructs/watch.ts';

interface EventsStackProps extends StackProps {
  readonly config: StageConfig;
  /** Bundle of functions/publisher. */
  readonly publisherCode: Code;
  /** ARN of the table's stream, of which all events are made. */
  readonly streamArn: string;
}

/** What happens because something changed: the bus, and the publisher that feeds it from the table's stream. */
export class EventsStack extends Stack {
  readonly watches: readonly Watch[];

  constructor(
    scope: Construct,
    id: string,
    { config, publisherCode, streamArn, ...props }: EventsStackProps,
  ) {
    super(scope, id, props);
    const bus = new EventBus(this, 'Bus', { description: 'What happened in the operator cabinet' });
    bus.applyRemovalPolicy(config.removalPolicy);
    bus.archive('Archive', {
      description: 'All events, to be replayed to a consumer that missed them or is new',
      eventPattern: { account: [this.account] },
      retention: Duration.days(config.eventArchiveDays),
    });

    const publisher = new CapabilityFunction(this, 'Publisher', {
      folder: 'publisher',
      description: 'Publishes what changed in the table',
      code: publisherCode,
      impact: 'Nobody is told of changes',
      logRetention: config.logRetention,
      removalPolicy: config.removalPolicy,
    });
    publisher.publishesTo(bus);
    const stream = new StreamConsumer(this, 'Stream', { consumer: publisher, streamArn });
    this.watches = [...publisher.watches, ...stream.watches];
  }
}
