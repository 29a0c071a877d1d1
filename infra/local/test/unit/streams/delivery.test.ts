import { expect, test } from 'vitest';
import { deliver } from '../../../streams/delivery.ts';
import type { StreamRecord } from '../../../streams/record.ts';

type Mapping = Parameters<typeof deliver>[1]['mapping'];
/** The function's result for a batch of sequence numbers: success, an error, throttling, or failed items. */
type Behavior = (batch: string[], call: number) => 'fine' | 'error' | 'throttled' | string[];

/** @param numbers sequence numbers, separated by blanks */
async function run(
  numbers: string,
  behavior: Behavior,
  mapping: Partial<Mapping> = {},
  createdAt = 0,
  now = () => 0,
) {
  const batches: string[] = [];
  const givenUp: string[] = [];
  const checkpoints: string[] = [];
  const pauses: number[] = [];
  const records = numbers
    .split(' ')
    .map((sequenceNumber): StreamRecord => ({ sequenceNumber, createdAt, event: {} }));
  await deliver(records, {
    mapping: { maximumRetries: 2, maximumAge: -1, bisects: false, reportsItemFailures: true, ...mapping },
    invoke: (batch) => {
      const members = batch.map(({ sequenceNumber }) => sequenceNumber);
      batches.push(members.join(''));
      const result = behavior(members, batches.length);
      const common = { requestId: '', functionName: '', duration: 0, initDuration: undefined, awsCalls: 0 };
      const error = {
        errorType: result === 'throttled' ? 'TooManyRequestsException' : 'Error',
        errorMessage: '',
        trace: [],
      };
      if (result === 'error' || result === 'throttled')
        return Promise.resolve({ ...common, payload: undefined, error });
      const batchItemFailures = (result === 'fine' ? [] : result).map((itemIdentifier) => ({
        itemIdentifier,
      }));
      return Promise.resolve({ ...common, payload: JSON.stringify({ batchItemFailures }), error: undefined });
    },
    discard: (gone, condition, invocations) =>
      givenUp.push(
        `${gone.map(({ sequenceNumber }) => sequenceNumber).join('')} ${condition} ${invocations}`,
      ),
    checkpoint: (sequenceNumber) => checkpoints.push(sequenceNumber),
    pause: (attempt) => Promise.resolve(pauses.push(attempt) < 50),
    now,
  });
  return { batches, givenUp, checkpoints, pauses };
}

test('A batch that succeeds is done', async () => {
  expect(await run('1 2 3', () => 'fine')).toEqual({
    batches: ['123'],
    givenUp: [],
    checkpoints: ['3'],
    pauses: [],
  });
});

test('A failed batch is retried as a whole, as often as the mapping says, and then discarded', async () => {
  const { batches, givenUp, checkpoints, pauses } = await run('1 2 3', () => 'error');
  expect(batches).toEqual(['123', '123', '123']);
  expect(givenUp).toEqual(['123 RetryAttemptsExhausted 3']);
  expect(checkpoints).toEqual(['3']);
  expect(pauses).toEqual([0, 1]);
});

test('Bisecting finds the bad record, and everything else is processed in order', async () => {
  const { batches, givenUp, checkpoints } = await run(
    '1 2 3 4',
    (batch) => (batch.includes('3') ? 'error' : 'fine'),
    { bisects: true },
  );
  expect(batches).toEqual(['1234', '12', '34', '3', '3', '3', '4']);
  expect(givenUp).toEqual(['3 RetryAttemptsExhausted 3']);
  expect(checkpoints).toEqual(['2', '3', '4']);
});

test('The batch is retried from the first failed item on', async () => {
  const { batches, checkpoints, givenUp } = await run('1 2 3 4 5', (_, call) =>
    call === 1 ? ['4', '3'] : 'fine',
  );
  expect(batches).toEqual(['12345', '345']);
  expect(checkpoints).toEqual(['2', '5']);
  expect(givenUp).toEqual([]);
});

test('A record that always fails has its own retries, and with bisecting the following records are not discarded with it', async () => {
  const bad: Behavior = (batch) => (batch.includes('2') ? ['2'] : 'fine');
  const { batches, givenUp } = await run('1 2 3', bad, { bisects: true });
  expect(batches).toEqual(['123', '23', '2', '2', '3']);
  expect(givenUp).toEqual(['2 RetryAttemptsExhausted 3']);
});

test('A response that names an unknown item fails the whole batch', async () => {
  const { batches } = await run('1 2', (_, call) => (call === 1 ? ['9'] : 'fine'));
  expect(batches).toEqual(['12', '12']);
});

test('Throttling does not count as a retry and does not bisect', async () => {
  const { batches, givenUp } = await run('1 2', (_, call) => (call < 6 ? 'throttled' : 'fine'), {
    bisects: true,
    maximumRetries: 1,
  });
  expect(batches).toEqual(['12', '12', '12', '12', '12', '12']);
  expect(givenUp).toEqual([]);
});

test('Records that have become too old are discarded', async () => {
  let clock = 0;
  const { batches, givenUp } = await run(
    '1 2',
    () => ((clock += 4000), 'error'),
    { maximumAge: 10, maximumRetries: -1 },
    0,
    () => clock,
  );
  expect(batches).toEqual(['12', '12', '12']);
  expect(givenUp).toEqual(['12 MaximumRecordAgeExceeded 3']);
});

test('Without a limit, retries only end with the reader', async () => {
  const { batches, givenUp } = await run('1', () => 'error', { maximumRetries: -1 });
  expect(batches).toHaveLength(50);
  expect(givenUp).toEqual([]);
});
