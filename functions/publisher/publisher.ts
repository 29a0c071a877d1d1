import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { PartialItemFailureResponse } from '@aws-lambda-powertools/batch/types';
import type { Context, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { EventBus } from '../../shared/events/event-bus.ts';
import type { Log } from '../../shared/observability/log.ts';
import { announce } from './announce.ts';
import { EventBatch } from './event-batch.ts';
import { readChange } from './stream-record.ts';

interface Dependencies {
  readonly bus: EventBus;
  readonly log: Log;
  /** Adds the invocation's request id to the log. */
  readonly addContext: (context: Context) => void;
}

/**
 * Publishes events for a batch of the table's stream. A failed record is reported in the response and delivered again
 * with all records after it; consumers recognise duplicates by `eventId`.
 */
export function createPublisher({ bus, log, addContext }: Dependencies) {
  const processor = new BatchProcessor(EventType.DynamoDBStreams);
  return async (event: DynamoDBStreamEvent, context: Context): Promise<PartialItemFailureResponse> => {
    addContext(context);
    const batch = new EventBatch(bus);
    const publish = async (record: DynamoDBRecord): Promise<void> => {
      try {
        const events = announce(readChange(record));
        await batch.publish(
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
    // An exception would redeliver the whole batch and log its text, which quotes the records' errors.
    return processPartialResponse(event, publish, processor, { context, throwOnFullBatchFailure: false });
  };
}
