import type { Admission } from './admission.ts';
import type { HttpEvent } from './event.ts';
import type { Operation } from './operations.ts';
import type { ParsedRequest } from './parse-request.ts';

/** What the layers of one request hand on to each other and to the handler. */
interface Call {
  startedAt?: number;
  operation?: Operation;
  admission?: Admission;
  parsed?: ParsedRequest;
}

const calls = new WeakMap<HttpEvent, Call>();

/** The call of an event. Stored with the event, since a middy handler gets nothing else. */
export function callOf(event: HttpEvent): Call {
  const known = calls.get(event);
  if (known !== undefined) return known;
  const call: Call = {};
  calls.set(event, call);
  return call;
}

/** Part of a call that an earlier layer has set. */
export function required<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('The middleware stack is out of order');
  return part;
}
