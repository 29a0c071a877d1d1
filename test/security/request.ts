import type { Operation } from '../samples/capabilities.ts';
import { sampleOf } from '../samples/every-sample.ts';
import type { Sample } from '../samples/sample.ts';
import type { WireRequest } from './setting.ts';

/** The request of a route's sample, with some of its parts changed. */
export function requestOf(operation: Operation, change: Partial<Sample> = {}): WireRequest {
  const { params = {}, query, headers, body } = { ...sampleOf(operation), ...change };
  return {
    method: operation.route.method,
    path: operation.route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    ),
    query,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  };
}
