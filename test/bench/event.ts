import type { HttpEvent } from '../../shared/http/event.ts';
import { operations } from '../samples/capabilities.ts';
import { httpPayload } from '../samples/http-payload.ts';
import type { Sample } from '../samples/sample.ts';

/** Secret that the edge adds to a request; the measured functions know it. */
export const originSecret = 'known-to-the-edge-alone';

/**
 * The event of a request to a route, as it reaches the function.
 *
 * @throws Error where there is no such route
 */
export function eventOf(routeId: string, sample: Sample): HttpEvent {
  const operation = operations.find((candidate) => candidate.routeId === routeId);
  if (operation === undefined) throw new Error(`There is no route ${routeId}`);
  const event = httpPayload(operation, sample);
  return { ...event, headers: { ...event.headers, 'x-origin-verify': originSecret } };
}
