import type { Operation } from '../samples/capabilities.ts';
import { sampleOf } from '../samples/every-sample.ts';
import { pathOf } from '../samples/http-payload.ts';
import type { Sample } from '../samples/sample.ts';
import type { WireRequest } from './setting.ts';

/** The request of a route's sample, with some of its parts changed. */
export function requestOf(operation: Operation, change: Partial<Sample> = {}): WireRequest {
  const sample = { ...sampleOf(operation), ...change };
  const { query, headers, body } = sample;
  return {
    method: operation.route.method,
    path: pathOf(operation, sample),
    query,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  };
}
