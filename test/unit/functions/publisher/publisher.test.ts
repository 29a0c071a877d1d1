import { afterEach, describe, expect, it } from 'vitest';
import type { Context, DynamoDBRecord } from 'aws-lambda';
import { createPublisher } from '../../../../functions/publisher/publisher.ts';
import { domainEventSchema } from '../../../../shared/events/domain-event.ts';
import type { Log } from '../../../../shared/observability/log.ts';
import { startRecordingBus } from '../../shared/events/recording-bus.ts';
import { streamEvent, streamRecord } from './stream-event.ts';

const parent = '01K00000000000000000000001';
const child = '0000000002';
const at = '2026-03-02T09:00:00.000Z';
const suspension = {
  schemaVersion: 1,
  at,
  by: { side: 'carrier', role: 'manager', sub: 'petrov' },
  requestId: 'request',
  sequence: 2,
  kind: 'status',
  change: [{ field: 'status', before: 'active', after: 'suspended' }],
  reason: 'Долг Иванова за январь',
};

function suspensionRecord(sequenceNumber: string, item: Record<string, unknown> = suspension) {
  const last = sequenceNumber.padStart(4, '0');
  return streamRecord(
    { pk: 'OP#alfa', sk: `PRODUCT/HISTORY#${parent}#${child.slice(0, -4)}${last}` },
    { after: item },
    sequenceNumber,
  );
}

describe('the publisher', () => {
  const logged: unknown[] = [];
  const log: Log = (code, fields) => logged.push({ code, ...fields });
  const started: Awaited<ReturnType<typeof startRecordingBus>>[] = [];
  const start = async (...behaviour: Parameters<typeof startRecordingBus>) => {
    const recording = await startRecordingBus(...behaviour);
    started.push(recording);
    const publish = createPublisher({ bus: recording.bus, log, addContext: () => undefined });
    return {
      ...recording,
      deliver: (...records: Parameters<typeof streamEvent>) =>
        publish(streamEvent(...records), {} as Context),
    };
  };
  afterEach(async () => {
    logged.length = 0;
    await Promise.all(started.splice(0).map(({ close }) => close()));
  });

  it('announces what happened, without any free text', async () => {
    const { deliver, taken } = await start();
    expect(await deliver(suspensionRecord('2'))).toEqual({ batchItemFailures: [] });
    expect(taken).toHaveLength(1);
    expect(taken[0]?.DetailType).toBe('ProductStateChangeEvent');
    expect(JSON.parse(taken[0]?.Detail ?? '')).toEqual({
      eventId: `ProductStateChangeEvent/alfa-${parent}/${child}`,
      eventType: 'ProductStateChangeEvent',
      eventTime: at,
      operatorId: 'alfa',
      sequence: 2,
      side: 'carrier',
      resource: {
        type: 'product',
        id: `alfa-${parent}`,
        href: `/tmf-api/productInventory/v4/product/alfa-${parent}`,
      },
      state: 'suspended',
      previousState: 'active',
    });
    expect(taken[0]?.Time).toBe(Date.parse(at) / 1000);
  });

  it('gives a repeated delivery the same event id', async () => {
    const { deliver, taken } = await start();
    await deliver(suspensionRecord('2'));
    await deliver(suspensionRecord('2'));
    expect(taken).toHaveLength(2);
    expect(taken[0]?.Detail).toBe(taken[1]?.Detail);
  });

  it('publishes a batch in calls of ten', async () => {
    const { deliver, calls } = await start();
    const records = Array.from({ length: 25 }, (_, index) => suspensionRecord(String(index + 1)));
    await deliver(...records);
    expect(calls.map(({ length }) => length)).toEqual([10, 10, 5]);
    const ids = calls.flat().map(({ Detail }) => domainEventSchema.parse(JSON.parse(Detail)).eventId);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(25);
  });

  it('skips items that are not announced', async () => {
    const { deliver, calls } = await start();
    const answer = await deliver(
      streamRecord(
        { pk: 'USER#1', sk: 'IDEMPOTENCY#createProductOrder#x' },
        { after: { reply: Buffer.from('x') } },
      ),
      streamRecord({ pk: 'OP#alfa', sk: 'OPERATOR' }, { before: { name: 'A' }, after: { name: 'B' } }),
      streamRecord({ pk: 'CARRIER', sk: 'SOMETHING-NEW#1' }, { before: { schemaVersion: 9 } }),
      streamRecord({ pk: 'OP#alfa', sk: `PRODUCT/HISTORY#${parent}#${child}` }, { before: suspension }),
    );
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(calls).toHaveLength(0);
    expect(logged).toEqual([]);
  });

  it('reads an item whose document is compressed', async () => {
    const { deliver, taken } = await start();
    const reason = 'Задолженность '.repeat(100);
    expect(await deliver(suspensionRecord('1', { ...suspension, reason }))).toEqual({
      batchItemFailures: [],
    });
    expect(taken).toHaveLength(1);
  });

  it('fails only the record that cannot be read, and logs none of its content', async () => {
    const { deliver, taken } = await start();
    const answer = await deliver(
      suspensionRecord('1'),
      suspensionRecord('2', { ...suspension, by: { side: 'Иванов' } }),
      suspensionRecord('3'),
    );
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
    expect(taken).toHaveLength(2);
    expect(logged).toEqual([{ code: 'publishFailed', error: 'ZodError', sequenceNumber: '2' }]);
  });

  it('fails the record whose event the bus rejected', async () => {
    const { deliver } = await start((entries) => entries.map((_, index) => index !== 1));
    const answer = await deliver(suspensionRecord('1'), suspensionRecord('2'), suspensionRecord('3'));
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
    expect(logged).toEqual([{ code: 'publishFailed', error: 'ThrottlingException', sequenceNumber: '2' }]);
  });

  it('fails every record, without an exception, while the bus is unavailable', async () => {
    const { deliver } = await start(() => 500);
    const answer = await deliver(suspensionRecord('1'), suspensionRecord('2'));
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }, { itemIdentifier: '2' }] });
  });

  it.each([
    [
      'an item that is not DynamoDB JSON',
      { eventName: 'INSERT', dynamodb: { Keys: { pk: 'x', sk: 'y' }, SequenceNumber: '7' } },
    ],
    [
      'an unknown type of value',
      { eventName: 'INSERT', dynamodb: { Keys: { pk: { X: 'x' }, sk: { S: 'y' } }, SequenceNumber: '7' } },
    ],
  ])('fails %s', async (_name, record) => {
    const { deliver } = await start();
    const answer = await deliver(record as unknown as DynamoDBRecord, suspensionRecord('8'));
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '7' }] });
    expect(logged).toMatchObject([{ code: 'publishFailed', error: 'ParseError' }]);
  });

  it.each([
    [
      { ...suspension, change: [{ field: 'status', after: 'pendingActive' }] },
      { eventType: 'ProductCreateEvent', state: 'pendingActive' },
    ],
    [
      { ...suspension, kind: 'change', change: [{ field: 'productCharacteristic.bandwidth', after: '1' }] },
      { eventType: 'ProductAttributeValueChangeEvent' },
    ],
  ])('announces %j as %j', async (item, expected) => {
    const { deliver, taken } = await start();
    await deliver(suspensionRecord('2', item));
    const event = domainEventSchema.parse(JSON.parse(taken[0]?.Detail ?? ''));
    expect(event).toMatchObject(expected);
    expect(event).not.toHaveProperty('previousState');
  });
});
