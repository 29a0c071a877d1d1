import type { DynamoDBStreamEvent } from 'aws-lambda';
import { announce } from '../../functions/publisher/announce.ts';
import { readChange } from '../../functions/publisher/stream-record.ts';
import { eventSource, type DomainEvent } from '../../shared/events/domain-event.ts';
import { operations } from './capabilities.ts';
import { sampleOf } from './every-sample.ts';
import { httpPayload } from './http-payload.ts';
import { streamSamples } from './stream-samples.ts';

/** An event as EventBridge hands it to a target. */
function busPayload(detail: DomainEvent) {
  return {
    version: '0',
    id: 'e5f6a7b8-0000-4000-8000-000000000001',
    'detail-type': detail.eventType,
    source: eventSource,
    account: '111122223333',
    time: detail.eventTime,
    region: 'eu-central-1',
    resources: [],
    detail,
  };
}

function announcedBy({ Records }: DynamoDBStreamEvent): readonly DomainEvent[] {
  return Records.flatMap((record) => announce(readChange(record)));
}

/** Every sample invocation of `events/`, by the path of its file there. */
export function sampleFiles(): ReadonlyMap<string, unknown> {
  const events = [...streamSamples.values()].flatMap(announcedBy);
  return new Map<string, unknown>([
    ...operations.map(
      (operation) =>
        [
          `http/${operation.capability}/${operation.routeId}.json`,
          httpPayload(operation, sampleOf(operation)),
        ] as const,
    ),
    ...[...streamSamples].map(([name, event]) => [`stream/${name}.json`, event] as const),
    // One of each type: the last that the samples announce.
    ...events.map((event) => [`bus/${event.eventType}.json`, busPayload(event)] as const),
  ]);
}

/** Text of a sample's file. */
export function textOf(sample: unknown): string {
  return `${JSON.stringify(sample, null, 2)}\n`;
}
