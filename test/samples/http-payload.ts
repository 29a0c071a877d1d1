import type { HttpEvent } from '../../shared/http/event.ts';
import { httpEvent } from '../invoke.ts';
import type { Operation } from './capabilities.ts';
import type { Sample } from './sample.ts';
import { personOf, sampleRequestId } from './world.ts';

/** Address that a sample is sent to: the route's path with its parameters. */
export function pathOf({ route }: Operation, { params = {} }: Sample): string {
  return route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`A sample of ${route.path} needs the parameter ${name}`);
    return encodeURIComponent(value);
  });
}

/** The event that the HTTP API makes of a sample: always the same, so that it can be kept in a file. */
export function httpPayload(operation: Operation, sample: Sample): HttpEvent {
  const { as, query = {}, headers = {}, body } = sample;
  const event = httpEvent(
    { [operation.routeId]: operation.route },
    as === undefined ? undefined : personOf(as),
    `${operation.route.method} ${pathOf(operation, sample)}`,
    { query, headers, ...(body === undefined ? {} : { body }) },
  );
  if (event === undefined) throw new Error(`No event matches ${operation.route.path}`);
  // The caller of the function adds what the edge adds.
  const sent = Object.fromEntries(
    Object.entries(event.headers).filter(([name]) => name !== 'x-origin-verify'),
  );
  return {
    ...event,
    headers: sent,
    requestContext: {
      ...event.requestContext,
      requestId: sampleRequestId,
      time: '02/Mar/2026:09:00:00 +0000',
      timeEpoch: Date.parse('2026-03-02T09:00:00Z'),
    },
  };
}
