import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDeliveryStore } from '../../../events/delivery-store.ts';
import { createDispatcher } from '../../../events/dispatcher.ts';

const queueArn = 'arn:aws:sqs:eu-central-1:000000000000:busy';
const deadLetterArn = 'arn:aws:sqs:eu-central-1:000000000000:dead';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Delivers one event to a queue that refuses it the first `failures` times. */
async function deliver(failures: number, deadLetters: string | undefined, maximumAge = 86_400) {
  const store = openDeliveryStore(':memory:', () => Date.now());
  const sent: [string, string, unknown][] = [];
  const warnings: string[] = [];
  let calls = 0;
  const target = {
    ...{ id: 'arn:rule#T', arn: queueArn, lambda: undefined, transform: (event: unknown) => event },
    ...{ retryPolicy: { maximumRetries: 2, maximumAge }, deadLetterArn: deadLetters },
  };
  const dispatcher = createDispatcher({
    ...{ store, targets: new Map([[target.id, target]]), retryDelays: [], now: () => Date.now() },
    warn: (message) => warnings.push(message),
    lambda: { invoke: () => Promise.reject(new Error('there are no functions here')) },
    configurationOf: () => ({
      maximumRetries: 0,
      maximumAge: 0,
      failureDestination: undefined,
      deadLetterArn: undefined,
    }),
    queues: {
      send: (arn, body, attributes) => {
        calls += arn === queueArn ? 1 : 0;
        if (arn === queueArn && calls <= failures) throw new Error('no room');
        sent.push([arn, body, attributes]);
      },
    },
  });
  for (const delivery of store.add([{ target: target.id, input: { id: 1 } }])) dispatcher.dispatch(delivery);
  await vi.advanceTimersByTimeAsync(60_000);
  await dispatcher.close();
  return { sent, calls, warnings, left: store.recent(10).map(({ state, attempts }) => [state, attempts]) };
}

test('A failed delivery is retried with growing delays', async () => {
  expect(await deliver(2, deadLetterArn)).toEqual({
    sent: [[queueArn, '{"id":1}', undefined]],
    calls: 3,
    warnings: [],
    left: [],
  });
});

test('After all retries, the event is in the dead-letter queue of its target, with the reason', async () => {
  const { sent, calls, left } = await deliver(99, deadLetterArn);
  expect(calls).toBe(3);
  expect(sent).toEqual([
    [
      deadLetterArn,
      '{"id":1}',
      expect.objectContaining({
        ...{ RULE_ARN: 'arn:rule', TARGET_ARN: queueArn, ERROR_MESSAGE: 'Error: no room' },
        ...{ EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts', RETRY_ATTEMPTS: '2' },
      }),
    ],
  ]);
  expect(left).toEqual([['dead', 3]]);
});

test('An event that is too old is not retried', async () => {
  const { calls, sent } = await deliver(99, deadLetterArn, 1);
  expect(calls).toBe(2);
  expect(sent[0]?.[2]).toMatchObject({ EXHAUSTED_RETRY_CONDITION: 'MaximumEventAgeInSeconds' });
});

test('Without a dead-letter queue, the loss is reported', async () => {
  const { warnings, left } = await deliver(99, undefined);
  expect(warnings).toEqual([expect.stringContaining('is lost')]);
  expect(left).toEqual([['lost', 3]]);
});
