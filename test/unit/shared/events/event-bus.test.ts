import { afterEach, describe, expect, it } from 'vitest';
import type { BusEvent } from '../../../../shared/events/event-bus.ts';
import { startRecordingBus } from './recording-bus.ts';

const time = new Date('2026-03-02T09:00:00Z');

function events(count: number, size = 1): BusEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    detailType: 'ProductCreateEvent',
    detail: { index, filling: 'x'.repeat(size) },
    time,
  }));
}

function indexOf({ Detail }: { Detail: string }): number {
  return (JSON.parse(Detail) as { index: number }).index;
}

describe('the event bus', () => {
  const started: Awaited<ReturnType<typeof startRecordingBus>>[] = [];
  const start = async (...behaviour: Parameters<typeof startRecordingBus>) => {
    const bus = await startRecordingBus(...behaviour);
    started.push(bus);
    return bus;
  };
  afterEach(async () => {
    await Promise.all(started.splice(0).map(({ close }) => close()));
  });

  it('puts ten events into a call, in their order, with source, type and time', async () => {
    const { bus, calls, taken } = await start();
    const outcomes = await bus.publish(events(23));
    expect(calls.map(({ length }) => length)).toEqual([10, 10, 3]);
    expect(taken.map(indexOf)).toEqual(Array.from({ length: 23 }, (_, index) => index));
    expect(taken[0]).toMatchObject({
      Source: 'operator-cabinet',
      DetailType: 'ProductCreateEvent',
      EventBusName: 'cabinet',
      Time: time.getTime() / 1000,
    });
    expect(outcomes).toEqual(Array.from({ length: 23 }, () => undefined));
  });

  it('keeps a call within 256 KB', async () => {
    const { bus, calls } = await start();
    await bus.publish(events(5, 100_000));
    expect(calls.map(({ length }) => length)).toEqual([2, 2, 1]);
    for (const call of calls) {
      const bytes = call.reduce((sum, { Detail }) => sum + Buffer.byteLength(Detail), 0);
      expect(bytes).toBeLessThan(256 * 1024);
    }
  });

  it('returns for each event whether the bus accepted it, although the call succeeded', async () => {
    const { bus, taken } = await start((entries) => entries.map((entry) => indexOf(entry) !== 11));
    const outcomes = await bus.publish(events(13));
    expect(
      outcomes.flatMap((failure, index) => (failure === undefined ? [] : [[index, failure.name]])),
    ).toEqual([[11, 'ThrottlingException']]);
    expect(taken).toHaveLength(12);
  });

  it('makes no further call after one that failed completely', async () => {
    const { bus, calls, taken } = await start((entries, call) =>
      call === 1 ? 400 : entries.map(() => true),
    );
    const outcomes = await bus.publish(events(35));
    expect(calls).toHaveLength(2);
    expect(taken).toHaveLength(10);
    expect(outcomes.map((failure) => failure === undefined)).toEqual(
      Array.from({ length: 35 }, (_, index) => index < 10),
    );
  });

  it('publishes nothing without a call', async () => {
    const { bus, calls } = await start();
    expect(await bus.publish([])).toEqual([]);
    expect(calls).toHaveLength(0);
  });
});
