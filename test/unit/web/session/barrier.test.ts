import { expect, test } from 'vitest';
import { createBarrier } from '../../../../web/src/session/barrier.ts';

test('all who raise a barrier continue when it is lifted, and its display is notified of both', async () => {
  const barrier = createBarrier<'rules' | 'factor'>();
  const heard: (string | undefined)[] = [];
  const stop = barrier.subscribe(() => heard.push(barrier.reason()));
  const waiting = Promise.all([barrier.raise('rules'), barrier.raise('rules')]);
  barrier.lift();
  await waiting;
  stop();
  void barrier.raise('factor');
  expect(heard).toEqual(['rules', 'rules', undefined]);
  expect(barrier.reason()).toBe('factor');
});
