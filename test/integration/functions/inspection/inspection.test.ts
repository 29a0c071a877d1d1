import { createHash } from 'node:crypto';
import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspect, type InspectionParts } from '../../../../functions/inspection/inspection.ts';
import { parseInspectionEvent } from '../../../../functions/inspection/inspection-event.ts';
import { UploadStore } from '../../../../functions/inspection/store.ts';
import { packageScans } from '../../../../shared/application/package-scans.ts';
import { scanSortKeyPrefix } from '../../../../shared/application/scan-record.ts';
import { Quarantine } from '../../../../shared/files/quarantine.ts';
import { quarantineKey } from '../../../../shared/uploads/quarantine-key.ts';
import type { UploadRecord } from '../../../../shared/uploads/upload-record.ts';
import { orderAttachments } from '../../../../shared/order/order-attachments.ts';
import { ulidOf } from '../../../samples/world.ts';
import { openTable, type TestTable } from '../../../table.ts';
import { runS3 } from '../../../../infra/local/testing/s3/running-s3.ts';
import { pdf } from '../applications/applicant.ts';

const bucket = 'uploads';
const applicationId = '0SVBM1TTED000000';
const order = { operatorId: 'severtelecom', ulid: ulidOf('RDER1') };
let table: TestTable;
let s3: Awaited<ReturnType<typeof runS3>>;
let parts: InspectionParts;
let count = 0;

beforeAll(async () => {
  table = await openTable();
  s3 = await runS3({ [bucket]: {} });
  parts = {
    uploads: new UploadStore(table.table, { kind: 'system' }),
    quarantine: new Quarantine(s3.client, bucket),
    clock: () => new Date('2026-03-02T09:00:00Z'),
  };
});
afterAll(() => s3.close());

/** What is uploaded: where its record stands, what only that has, and where its object goes. */
const kinds = {
  'a scan of an application': (id: string) => ({
    item: { pk: `APPLICATION#${applicationId}`, sk: `${scanSortKeyPrefix}${id}` },
    own: { kind: 'application' },
    accepted: packageScans.objectKey({ applicationId }, id),
  }),
  'a file of an order': (id: string) => ({
    item: { pk: `OP#${order.operatorId}`, sk: `ORDER/ATTACHMENT#${order.ulid}#${id}` },
    own: { by: { side: 'operator', role: 'technical', sub: 'somebody' } },
    accepted: orderAttachments.objectKey(order, id),
  }),
};
let kind: keyof typeof kinds = 'a scan of an application';

/** An upload that has just come into quarantine. */
async function arrived(bytes = pdf(), change: Partial<UploadRecord> = {}) {
  count += 1;
  const id = ulidOf(`XSCAN${String(count)}`);
  const { item, own, accepted } = kinds[kind](id);
  const record: UploadRecord = {
    schemaVersion: 1,
    version: 1,
    id,
    fileName: 'a.pdf',
    mimeType: 'application/pdf',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('base64'),
    state: 'awaited',
    createdAt: '2026-03-02T08:59:00Z',
    ...change,
  };
  await table.put({ ...item, ...own, ...record });
  const key = quarantineKey(accepted);
  await s3.client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }));
  return { id, key, accepted, read: async () => parts.uploads.read(parts.uploads.locate(key)!), item };
}

async function keysOf(id: string): Promise<string[]> {
  const { Contents = [] } = await s3.client.send(new ListObjectsV2Command({ Bucket: bucket }));
  return Contents.map(({ Key = '' }) => Key).filter((key) => key.includes(id));
}

describe.each(['a scan of an application', 'a file of an order'] as const)(
  'the inspection of %s',
  (inspected) => {
    beforeAll(() => {
      kind = inspected;
    });

    it('releases a file once both verdicts are in, whichever comes first', async () => {
      for (const order of [
        [undefined, 'clean'],
        ['clean', undefined],
      ] as const) {
        const { id, key, accepted, read } = await arrived();
        expect(await inspect(parts, key, order[0])).toBe('inspecting');
        expect(await keysOf(id)).toEqual([key]);
        expect(await inspect(parts, key, order[1])).toBe('accepted');
        expect(await read()).toMatchObject({ state: 'accepted', inspectedAt: '2026-03-02T09:00:00.000Z' });
        expect(await keysOf(id)).toEqual([accepted]);
      }
    });

    it('decides once, however often and in whatever order the events come, also at the same time', async () => {
      const { id, key, accepted, read } = await arrived();
      await Promise.all(
        [undefined, 'clean' as const, undefined, 'clean' as const].map((verdict) =>
          inspect(parts, key, verdict),
        ),
      );
      expect((await read())?.state).toBe('accepted');
      expect(await inspect(parts, key, 'malware')).toBe('accepted');
      expect(await keysOf(id)).toEqual([accepted]);
    });

    it('refuses what the scanner rejects, and what it cannot scan', async () => {
      for (const verdict of ['malware', 'unreadable'] as const) {
        const { id, key, read } = await arrived();
        expect(await inspect(parts, key, verdict)).toBe(verdict);
        expect(await read()).toMatchObject({ state: 'refused', refusal: verdict });
        expect(await keysOf(id)).toEqual([]);
      }
    });

    it.each([
      ['otherSize', { size: 5 }],
      ['otherContent', { sha256: Buffer.alloc(32).toString('base64') }],
      ['otherType', { mimeType: 'image/tiff' }],
    ] as const)('looks at the bytes itself: %s', async (refusal, change) => {
      const { id, key } = await arrived(pdf(), change);
      expect(await inspect(parts, key)).toBe(refusal);
      expect(await keysOf(id)).toEqual([]);
    });

    it('erases objects without an upload: a scan that was removed, and an unknown key', async () => {
      const { id, key, item } = await arrived();
      await table.documents.send(new DeleteCommand({ TableName: table.name, Key: item }));
      expect(await inspect(parts, key)).toBe('gone');
      expect(await keysOf(id)).toEqual([]);
      const stray = 'quarantine/elsewhere/STRAY';
      await s3.client.send(new PutObjectCommand({ Bucket: bucket, Key: stray, Body: 'x' }));
      expect(await inspect(parts, stray)).toBe('gone');
      expect(await keysOf('STRAY')).toEqual([]);
    });

    it('never reaches a record by the key of another operator, of another order or of none', async () => {
      const { id, read } = await arrived();
      for (const foreign of [
        orderAttachments.objectKey({ ...order, operatorId: 'volgaline' }, id),
        orderAttachments.objectKey({ ...order, ulid: ulidOf('RDER2') }, id),
        `attachments/${order.operatorId}#X/${order.ulid}/${id}`,
        `attachments/../attachments/${order.operatorId}/${order.ulid}/${id}`,
      ]) {
        await s3.client.send(
          new PutObjectCommand({ Bucket: bucket, Key: quarantineKey(foreign), Body: pdf() }),
        );
        expect(await inspect(parts, quarantineKey(foreign), 'malware')).toBe('gone');
      }
      expect(await read()).toMatchObject({ state: 'awaited', version: 1 });
    });

    it('finishes what a crash between any two of its steps left', async () => {
      for (const step of ['read', 'release', 'save', 'erase', 'after'] as const) {
        const { id, key, accepted, read } = await arrived();
        await inspect(parts, key, 'clean');
        await expect(inspect(crashingBefore(step), key)).rejects.toThrow('crashed');
        expect(await inspect(parts, key)).toBe('accepted');
        expect([step, (await read())?.state, await keysOf(id)]).toEqual([step, 'accepted', [accepted]]);
      }
    });
  },
);

/** The parts, of which one step ends the process: before it is done, or once all is done but the answer. */
function crashingBefore(step: 'read' | 'release' | 'save' | 'erase' | 'after'): InspectionParts {
  const crash = () => Promise.reject(new Error('crashed'));
  class CrashingQuarantine extends Quarantine {
    override read(key: string) {
      return step === 'read' ? crash() : super.read(key);
    }
    override release(from: string, to: string) {
      return step === 'release' ? crash() : super.release(from, to);
    }
    override async erase(keys: readonly string[]) {
      if (step === 'erase') return crash();
      await super.erase(keys);
      return step === 'after' ? crash() : undefined;
    }
  }
  class CrashingStore extends UploadStore {
    override save(...finding: Parameters<UploadStore['save']>) {
      return step === 'save' ? crash() : super.save(...finding);
    }
  }
  return {
    ...parts,
    quarantine: new CrashingQuarantine(s3.client, bucket),
    uploads: new CrashingStore(table.table, { kind: 'system' }),
  };
}

describe('the event of GuardDuty', () => {
  const event = (scanResultStatus: string) => ({
    'detail-type': 'GuardDuty Malware Protection Object Scan Result',
    detail: {
      s3ObjectDetails: { bucketName: 'documents', objectKey: 'quarantine/a' },
      scanResultDetails: { scanResultStatus },
    },
  });

  it('says what was found', () => {
    expect(parseInspectionEvent(event('NO_THREATS_FOUND'))).toEqual({
      bucket: 'documents',
      key: 'quarantine/a',
      malware: 'clean',
    });
    expect(parseInspectionEvent(event('THREATS_FOUND')).malware).toBe('malware');
    expect(parseInspectionEvent(event('UNSUPPORTED')).malware).toBe('unreadable');
  });

  it('is no verdict if the scan failed: the event goes to the dead-letter queue', () => {
    for (const status of ['ACCESS_DENIED', 'FAILED'])
      expect(() => parseInspectionEvent(event(status))).toThrow();
  });
});
