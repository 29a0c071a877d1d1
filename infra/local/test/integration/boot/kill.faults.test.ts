import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { chooseFreePorts } from '../../../boot/ports.ts';
import { faultRounds } from '../../../testing/fault-rounds.ts';
import { createLauncher, enginePid, isRunning, untilReady } from './launched-stack.ts';

const launcher = createLauncher();

/** Writes items one after the other until a write fails, and collects the ids of the acknowledged ones. */
async function writeItems(origin: string, acknowledged: string[]): Promise<void> {
  for (let id = 0; ; id += 1) {
    const answer = await fetch(`${origin}/api/items/${id}`, { method: 'PUT' }).catch(() => undefined);
    if (answer === undefined) return;
    if (answer.ok) acknowledged.push(String(id));
  }
}

test.each(faultRounds(30))(
  'after kill -9 during writes, the next start finds what was acknowledged and ends the old engine on the same port, round %i',
  async (round) => {
    const [port = 0] = await chooseFreePorts(1);
    const first = launcher.launch('--port', String(port));
    const { origin } = await untilReady(first);
    const leftOver = enginePid(launcher.dataDirectory);
    const acknowledged: string[] = [];
    const exited = once(first, 'exit');
    const writing = writeItems(origin, acknowledged);
    await vi.waitFor(
      () => {
        expect(acknowledged).not.toEqual([]);
      },
      { timeout: 10_000, interval: 5 },
    );
    await setTimeout((round * 37) % 300);
    first.kill('SIGKILL');
    expect(await exited).toEqual([null, 'SIGKILL']);
    await writing;
    expect(isRunning(leftOver)).toBe(true);
    const after = await untilReady(launcher.launch('--port', String(port)));
    expect(isRunning(leftOver)).toBe(false);
    expect(after.lines).not.toContain('seeding');
    for (const id of acknowledged)
      expect((await fetch(`${after.origin}/api/items/${id}`)).status, `item ${id}`).toBe(200);
  },
);
