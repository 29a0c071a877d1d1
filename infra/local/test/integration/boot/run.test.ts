import { expect, test, vi } from 'vitest';
import { createLauncher, enginePid, isRunning, untilExit, untilReady } from './launched-stack.ts';

const launcher = createLauncher();

test('it prints that it is ready after seeding', async () => {
  const { lines, origin } = await untilReady(launcher.launch());
  expect(lines.indexOf('seeding')).toBeLessThan(lines.indexOf(`ready ${origin}`));
  expect(lines).toContain('seeding');
  expect((await fetch(`${origin}/config.json`)).status).toBe(200);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s stops it gracefully', async (signal) => {
  const child = launcher.launch();
  const { origin } = await untilReady(child);
  const engine = enginePid(launcher.dataDirectory);
  child.kill(signal);
  expect(await untilExit(child)).toEqual({ code: 0, errors: [''] });
  expect(isRunning(engine)).toBe(false);
  await expect(fetch(origin)).rejects.toThrow();
});

test('interrupted while it starts, it leaves no engine behind', async () => {
  const child = launcher.launch();
  await vi.waitFor(() => enginePid(launcher.dataDirectory), { timeout: 15_000, interval: 5 });
  const engine = enginePid(launcher.dataDirectory);
  child.kill('SIGINT');
  await untilExit(child);
  expect(isRunning(engine)).toBe(false);
});

test('without its engine, it ends with the reason', async () => {
  const child = launcher.launch();
  await untilReady(child);
  process.kill(enginePid(launcher.dataDirectory), 'SIGKILL');
  expect(await untilExit(child)).toEqual({
    code: 1,
    errors: ['The DynamoDB engine stopped unexpectedly (killed): start again.'],
  });
});

test('a second start on the same data ends with one sentence', async () => {
  const first = launcher.launch();
  const { origin } = await untilReady(first);
  expect(await untilExit(launcher.launch())).toEqual({
    code: 1,
    errors: [
      `${launcher.dataDirectory} is in use by process ${first.pid} (${origin}): stop that one, or choose another with --data.`,
    ],
  });
});
