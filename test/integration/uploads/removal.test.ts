import { createHash } from 'node:crypto';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHandlers as createApplicationHandlers } from '../../../functions/applications/handlers.ts';
import { routes as applicationRoutes } from '../../../functions/applications/routes.ts';
import { createHandlers as createAttachmentHandlers } from '../../../functions/attachments/handlers.ts';
import { routes as attachmentRoutes } from '../../../functions/attachments/routes.ts';
import { createEraser } from '../../../functions/eraser/eraser.ts';
import { inspect, type InspectionParts } from '../../../functions/inspection/inspection.ts';
import { UploadStore } from '../../../functions/inspection/store.ts';
import { createHandlers as createReviewHandlers } from '../../../functions/review/handlers.ts';
import { routes as reviewRoutes } from '../../../functions/review/routes.ts';
import { applicantOf, applicationSecretHeader } from '../../../shared/auth/applicant.ts';
import { FileBucket } from '../../../shared/files/file-bucket.ts';
import { Quarantine } from '../../../shared/files/quarantine.ts';
import type { Log } from '../../../shared/observability/log.ts';
import { createIds } from '../../../shared/table/ids.ts';
import { removedObjects } from '../../../shared/uploads/removal.ts';
import { quarantineKey } from '../../../shared/uploads/quarantine-key.ts';
import { type Answer, callerOf, seedManager, seedOperator } from '../../invoke.ts';
import { ulidOf } from '../../samples/world.ts';
import { openTable, type TestTable } from '../../table.ts';
import { pdf, send } from '../functions/applications/applicant.ts';
import { putApplication, type ReviewFixture } from '../functions/review/fixture.ts';
import { runS3, type RunningS3 } from '../../../infra/local/testing/s3/running-s3.ts';

const hour = 60 * 60 * 1000;
const bytes = pdf('Схема');
const announced = {
  fileName: 'Схема.pdf',
  mimeType: 'application/pdf',
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('base64'),
};
let table: TestTable;
let s3: RunningS3;
let now: number;
const clock = () => new Date((now += 1));
let logged: unknown[];
const log: Log = (...entry) => {
  logged.push(entry);
};

/** What S3 answers when it is busy, about an object. */
class SlowDown extends Error {
  override name = 'SlowDown';
}

/** An entity's files, over HTTP: with a table whose calls may fail, and with bytes that may not be erased. */
interface Entity {
  readonly path: string;
  readonly ask: (
    request: string,
    parts?: { body?: object; table?: TestTable['table']; files?: FileBucket },
  ) => Promise<Answer>;
}

const order = async (bucket: FileBucket): Promise<Entity> => {
  const technical = (await seedOperator(table, 'severtelecom', { managerSub: 'manager' }))('technical');
  const ulid = ulidOf('RDER');
  await table.put({
    pk: 'OP#severtelecom',
    sk: `ORDER#${ulid}`,
    schemaVersion: 1,
    version: 1,
    state: 'acknowledged',
    attachmentCount: 0,
  });
  return {
    path: `/cabinet/v1/productOrder/severtelecom-${ulid}/attachment`,
    ask: (request, { body, table: own = table.table, files = bucket } = {}) => {
      const ports = { table: own, clock, ids: createIds(clock), log };
      const call = callerOf(attachmentRoutes, createAttachmentHandlers({ ...ports, files }), {
        ...ports,
        table: table.table,
        creationTable: own,
      });
      return call(technical, request, body === undefined ? {} : { body });
    },
  };
};

const packageOfApplicant = async (bucket: FileBucket): Promise<Entity> => {
  const secret = 'r'.repeat(43);
  const headers = { [applicationSecretHeader.toLowerCase()]: secret };
  const ask: Entity['ask'] = (request, { body, table: own = table.table, files = bucket } = {}) => {
    const ports = { table: own, clock, ids: createIds(clock), log };
    const call = callerOf(applicationRoutes, createApplicationHandlers({ ...ports, files }), ports);
    return call(
      undefined,
      request,
      body === undefined ? { headers } : { headers, body: { kind: 'other', ...body } },
    );
  };
  await ask('POST /cabinet/v1/application');
  return { path: `/cabinet/v1/application/${applicantOf(secret)!.applicationId}/attachment`, ask };
};

const packageOnPaper = async (bucket: FileBucket): Promise<Entity> => {
  const manager = await seedManager(table, 'manager-1', []);
  const fixture = { store: table, now: clock } as ReviewFixture;
  const { id } = await putApplication(fixture, { channel: 'paper' });
  return {
    path: `/cabinet/v1/review/application/${id}/attachment`,
    ask: (request, { body, table: own = table.table, files = bucket } = {}) => {
      const ports = { table: own, clock, ids: createIds(clock), log };
      const handlers = createReviewHandlers({
        ...ports,
        files,
        retentionDays: 30,
        // Not called for files.
        accounts: {} as Parameters<typeof createReviewHandlers>[0]['accounts'],
      });
      const call = callerOf(reviewRoutes, handlers, { ...ports, table: table.table, creationTable: own });
      return call(manager, request, body === undefined ? {} : { body: { kind: 'other', ...body } });
    },
  };
};

const owners = {
  'a file of an order': { bucket: 'documents', open: order },
  'a scan of an applicant': { bucket: 'applications', open: packageOfApplicant },
  'a scan of a paper package': { bucket: 'applications', open: packageOnPaper },
} as const;

beforeAll(async () => {
  // Versioned like the real bucket: a removed file must not be available by an earlier link.
  s3 = await runS3({ documents: { VersioningConfiguration: { Status: 'Enabled' } }, applications: {} });
});
afterAll(() => s3.close());

describe.each(Object.entries(owners))('%s that is removed', (_, { bucket, open }) => {
  let files: FileBucket;
  let entity: Entity;
  let parts: InspectionParts;
  beforeEach(async () => {
    now = Date.parse('2026-03-02T09:00:00Z');
    logged = [];
    table = await openTable();
    // S3 itself knows the time.
    files = new FileBucket(s3.client, bucket, () => new Date());
    entity = await open(files);
    parts = {
      uploads: new UploadStore(table.table, { kind: 'system' }),
      quarantine: new Quarantine(s3.client, bucket),
      clock,
    };
  });

  /** A file that is announced and in quarantine. */
  async function arrive() {
    const { body } = await entity.ask(`POST ${entity.path}`, { body: announced });
    expect(await send(body.target, bytes)).toBe(204);
    const id = String(body.id);
    const key = String(body.target.fields.key);
    return {
      id,
      key,
      accepted: key.replace(quarantineKey(''), ''),
      target: body.target as Parameters<typeof send>[0],
      remove: (change: Parameters<Entity['ask']>[1] = {}) =>
        entity.ask(`DELETE ${entity.path}/${id}`, change),
    };
  }

  async function keysOf(id: string): Promise<string[]> {
    const { Contents = [] } = await s3.client.send(new ListObjectsV2Command({ Bucket: bucket }));
    return Contents.map(({ Key = '' }) => Key).filter((key) => key.includes(id));
  }

  async function accept(key: string): Promise<void> {
    await inspect(parts, key);
    expect(await inspect(parts, key, 'clean')).toBe('accepted');
  }

  async function runEraser(milliseconds = 0, bucketFiles: { erase: FileBucket['erase'] } = files) {
    now += milliseconds;
    // Later runs read an index that has what was written before them.
    if (milliseconds > 0) await table.catchUp();
    let thrown: unknown;
    const eraser = createEraser({
      table: table.table,
      files: new Map([[bucket, bucketFiles]]),
      clock,
      log: () => undefined,
      addContext: () => undefined,
    });
    const context = { awsRequestId: 'run', getRemainingTimeInMillis: () => 10_000 } as Context;
    await eraser({}, context).catch((error: unknown) => {
      thrown = error;
    });
    return thrown;
  }

  /** Objects that the eraser still has to erase. */
  async function due(): Promise<number> {
    await table.catchUp();
    const { items } = await table.table.query({
      partition: { index: 'byDue', key: removedObjects },
      from: '0',
      to: '9',
      newestFirst: false,
    });
    return items.length;
  }

  const failing = (): FileBucket => {
    class Failing extends FileBucket {
      override erase(keys: readonly string[]) {
        return Promise.reject(new SlowDown(`s3://${String(keys[0])}`));
      }
    }
    return new Failing(s3.client, bucket, clock);
  };

  it('is gone with its bytes, and the eraser finds nothing left of it later', async () => {
    const { id, key, remove } = await arrive();
    await accept(key);
    expect((await remove()).status).toBe(204);
    expect(await keysOf(id)).toEqual([]);
    expect((await remove()).status).toBe(404);
    await runEraser();
    expect(await due()).toBe(1);
    await runEraser(3 * hour);
    // The index still has what this run has erased.
    expect(await runEraser()).toBeUndefined();
    expect(await due()).toBe(0);
  });

  it('is removed for its reader, and keeps no bytes, if they cannot be erased at once', async () => {
    const { id, key, accepted, remove } = await arrive();
    await accept(key);
    expect((await remove({ files: failing() })).status).toBe(204);
    // Neither the message nor the key.
    expect(logged).toContainEqual(['erasurePostponed', { error: 'SlowDown' }]);
    expect(JSON.stringify(logged)).not.toContain('s3://');
    // The record is gone, so that there is no way to the bytes.
    expect(await keysOf(id)).toEqual([accepted]);
    for (const method of ['DELETE', 'POST'])
      expect((await entity.ask(`${method} ${entity.path}/${id}`)).status).toBe(404);
    await runEraser(2 * hour);
    expect(await keysOf(id)).toEqual([accepted]);
    expect(await runEraser(hour, failing())).toBeInstanceOf(Error);
    expect([await keysOf(id), await due()]).toEqual([[accepted], 1]);
    expect(await runEraser()).toBeUndefined();
    expect([await keysOf(id), await due()]).toEqual([[], 0]);
  });

  it('is complete if the function crashes before the record is written', async () => {
    const { id, key, accepted, remove } = await arrive();
    await accept(key);
    const crashing = table.intercepted((command, forward) =>
      command instanceof TransactWriteItemsCommand ? Promise.reject(new Error('crashed')) : forward(),
    );
    expect((await remove({ table: crashing })).status).toBe(500);
    expect([await keysOf(id), await due()]).toEqual([[accepted], 0]);
    expect((await remove()).status).toBe(204);
    expect(await keysOf(id)).toEqual([]);
  });

  it('is removed once by two requests at the same moment', async () => {
    const { id, key, remove } = await arrive();
    await accept(key);
    const answers = await Promise.all([remove(), remove()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404]);
    expect([await keysOf(id), await due()]).toEqual([[], 1]);
    // A count that went down twice would be negative, and let in more files than there may be.
    expect((await entity.ask(`POST ${entity.path}`, { body: announced })).status).toBe(201);
  });

  it('is erased by an inspection that has copied it in the meantime', async () => {
    const { id, key, accepted, remove } = await arrive();
    await inspect(parts, key);
    class RacingQuarantine extends Quarantine {
      override async release(from: string, to: string) {
        const isReleased = await super.release(from, to);
        expect((await remove({ files: failing() })).status).toBe(204);
        expect(await keysOf(id)).toEqual([accepted, key].toSorted());
        return isReleased;
      }
    }
    const racing = { ...parts, quarantine: new RacingQuarantine(s3.client, bucket) };
    expect(await inspect(racing, key, 'clean')).toBe('gone');
    expect(await keysOf(id)).toEqual([]);
  });

  it('is erased by the eraser if an inspection copies it after the removal, and crashes', async () => {
    const { id, key, accepted, remove } = await arrive();
    await inspect(parts, key);
    class CrashingQuarantine extends Quarantine {
      override async release(from: string, to: string): Promise<boolean> {
        // The removal erases both keys while S3 is still copying.
        await super.release(from, `${to}.copying`);
        expect((await remove()).status).toBe(204);
        await super.release(`${to}.copying`, to);
        await super.erase([`${to}.copying`]);
        throw new Error('crashed');
      }
    }
    const crashing = { ...parts, quarantine: new CrashingQuarantine(s3.client, bucket) };
    await expect(inspect(crashing, key, 'clean')).rejects.toThrow('crashed');
    expect(await keysOf(id)).toEqual([accepted]);
    await runEraser(3 * hour);
    expect(await keysOf(id)).toEqual([]);
  });

  it('does not return by its earlier upload URL', async () => {
    const { id, key, target, remove } = await arrive();
    expect((await remove()).status).toBe(204);
    expect(await send(target, bytes)).toBe(204);
    expect(await inspect(parts, key)).toBe('gone');
    expect(await inspect(parts, key, 'clean')).toBe('gone');
    expect(await keysOf(id)).toEqual([]);
  });
});
