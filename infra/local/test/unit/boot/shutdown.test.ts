import { expect, test } from 'vitest';
import { createShutdown } from '../../../boot/shutdown.ts';

test('callers stop first and stores last, in reverse order within a phase', async () => {
  const order: string[] = [];
  const ending = createShutdown();
  ending.add('stores', () => void order.push('lock'));
  ending.add('stores', () => void order.push('tables'));
  ending.add('callers', () => void order.push('gateway'));
  ending.add('functions', () => void order.push('lambda'));
  ending.add('deliveries', () => void order.push('queues'));
  ending.add('deliveries', () => void order.push('events'));
  await ending.run();
  expect(order).toEqual(['gateway', 'events', 'queues', 'lambda', 'tables', 'lock']);
});

test('a part that cannot stop does not prevent others from stopping, and is reported', async () => {
  const order: string[] = [];
  const ending = createShutdown();
  ending.add('stores', () => void order.push('lock'));
  ending.add('callers', () => Promise.reject(new Error('stuck')));
  await expect(ending.run()).rejects.toThrow('stuck');
  expect(order).toEqual(['lock']);
});

test('nothing is stopped twice', async () => {
  let ends = 0;
  const ending = createShutdown();
  ending.add('callers', () => void (ends += 1));
  await ending.run();
  await ending.run();
  expect(ends).toBe(1);
});
