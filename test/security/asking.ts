import { applicationSecretHeader } from '../../shared/auth/applicant.ts';
import type { Operation } from '../samples/capabilities.ts';
import { sampleOf } from '../samples/every-sample.ts';
import type { Sample } from '../samples/sample.ts';
import { personOf } from '../samples/world.ts';
import { refusalOf } from './answers.ts';
import { requestOf } from './request.ts';
import type { Setting, WireAnswer, WireRequest } from './setting.ts';

/** Maximum size of a Lambda response. */
const maxResponseBytes = 6_000_000;

/** Asks as the route's sample does. Whatever it asks, the answer is no failure of ours: that throws. */
export type Ask = (operation: Operation, request: WireRequest) => Promise<WireAnswer>;

export function askerIn(setting: () => Setting): Ask {
  return async (operation, request) => {
    const { as } = sampleOf(operation);
    const answer = await setting().send(as === undefined ? undefined : personOf(as), operation, request);
    const sent = JSON.stringify([request.path, request.query, request.headers, request.body]).slice(0, 2000);
    if (answer.status >= 500) throw new Error(`${String(answer.status)} ${answer.text} to ${sent}`);
    if (answer.status >= 400) refusalOf(answer);
    if (Buffer.byteLength(answer.text) > maxResponseBytes) throw new Error(`Lambda cannot answer ${sent}`);
    return answer;
  };
}

/** The sample's request without what would let only its first sending through; its applicant stays the same. */
export function repeatable(operation: Operation, change: Partial<Sample> = {}): WireRequest {
  const once = ['idempotency-key', 'if-match'];
  const headers = Object.entries(sampleOf(operation).headers ?? {}).filter(([name]) => !once.includes(name));
  const proof = headers.filter(([name]) => name === applicationSecretHeader.toLowerCase());
  return requestOf(operation, {
    ...change,
    headers: Object.fromEntries(
      change.headers === undefined ? headers : [...proof, ...Object.entries(change.headers)],
    ),
  });
}
