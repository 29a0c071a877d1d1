import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { domainEventSchema, domainEventTypes } from '../../shared/events/domain-event.ts';
import type { HttpEvent } from '../../shared/http/event.ts';
import { openTable, type TestTable } from '../table.ts';
import { startRecordingBus } from '../unit/shared/events/recording-bus.ts';
import { operations } from './capabilities.ts';
import { putEveryItem } from './every-item.ts';
import { sampleFiles, textOf } from './files.ts';
import { invokeHttp, invokePublisher, setEnvironment } from './in-process.ts';
import { type Outside, startOutside } from './outside.ts';
import { streamSamples } from './stream-samples.ts';

const directory = join(import.meta.dirname, '../../events');
const written = readdirSync(directory, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
  .map((entry) => relative(directory, join(entry.parentPath, entry.name)));

function readSample(path: string): unknown {
  return JSON.parse(readFileSync(join(directory, path), 'utf8'));
}

let table: TestTable;
let outside: Outside;
let bus: Awaited<ReturnType<typeof startRecordingBus>>;

beforeAll(async () => {
  table = await openTable();
  bus = await startRecordingBus();
  outside = await startOutside();
  await setEnvironment(table, outside, bus.endpoint);
});
afterAll(() => Promise.all([bus.close(), outside.close()]));

describe('the samples in events/', () => {
  it('are all there, as they would be written now (npm run samples), and no others', () => {
    const files = sampleFiles();
    expect(written.toSorted()).toEqual([...files.keys()].toSorted());
    const stale = [...files].filter(
      ([path, sample]) => readFileSync(join(directory, path), 'utf8') !== textOf(sample),
    );
    expect(stale.map(([path]) => path)).toEqual([]);
  });

  it('hold one event of each type that is ever announced', () => {
    const types = written
      .filter((path) => path.startsWith('bus/'))
      .map((path) => (readSample(path) as { detail: unknown }).detail)
      .map((detail) => domainEventSchema.parse(detail).eventType);
    expect(types.toSorted()).toEqual([...domainEventTypes].toSorted());
  });
});

describe('the sample of', () => {
  beforeEach(async () => {
    await putEveryItem(table);
    outside.restore();
  });

  it.each(operations)('$capability $routeId is answered with success', async (operation) => {
    const event = readSample(`http/${operation.capability}/${operation.routeId}.json`) as HttpEvent;
    const { statusCode, body } = await invokeHttp(operation.capability, event);
    expect([statusCode, statusCode === operation.route.success.status ? '' : body]).toEqual([
      operation.route.success.status,
      '',
    ]);
  });

  it.each([...streamSamples.keys()])('the stream, %s, is announced', async (name) => {
    const before = bus.taken.length;
    const event = readSample(`stream/${name}.json`) as Parameters<typeof invokePublisher>[0];
    expect(await invokePublisher(event)).toEqual({ batchItemFailures: [] });
    const announced = bus.taken.slice(before);
    expect(announced.length).toBeGreaterThan(0);
    for (const { Detail } of announced) domainEventSchema.parse(JSON.parse(Detail));
  });
});
