import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { PartialItemFailureResponse } from '@aws-lambda-powertools/batch/types';
import type { Context, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { EventBus } from '../../shared/events/event-bus.ts';
import type { Log } from '../../shared/observability/log.ts';
import { announce } from './announce.ts';
import { Outbox } from './outbox.ts';
import { readChange } from './stream-record.ts';

interface PublisherParts {
  readonly bus: EventBus;
  readonly log: Log;
  /** Gives the invocation's request id to the log. */
  readonly addContext: (context: Context) => void;
}

/**
 * Announces what a batch of the table's stream says on the bus. A record that fails is named in the answer, and comes
 * again with everything behind it: consumers recognise repetition by `eventId`.
 */
export function createPublisher({ bus, log, addContext }: PublisherParts) {
  const processor = new BatchProcessor(EventType.DynamoDBStreams);
  return async (event: DynamoDBStreamEvent, context: Context): Promise<PartialItemFailureResponse> => {
    addContext(context);
    const outbox = new Outbox(bus);
    const publish = async (record: DynamoDBRecord): Promise<void> => {
      try {
        const events = announce(readChange(record));
        await outbox.publish(
          events.map((detail) => ({
            detailType: detail.eventType,
            detail,
            time: new Date(detail.eventTime),
          })),
        );
      } catch (error) {
        log('publishFailed', {
          error: error instanceof Error ? error.name : typeof error,
          sequenceNumber: record.dynamodb?.SequenceNumber ?? 'unknown',
        });
        throw error;
      }
    };
    // An exception would send the whole batch again, and its text, which quotes the records' errors, into the log.
    return processPartialResponse(event, publish, processor, { context, throwOnFullBatchFailure: false });
  };
}
