import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../../functions/attachments/handlers.ts';
import { routes } from '../../../../functions/attachments/routes.ts';
import { inspect } from '../../../../functions/inspection/inspection.ts';
import { UploadStore } from '../../../../functions/inspection/store.ts';
import { FileBucket } from '../../../../shared/files/file-bucket.ts';
import { Quarantine } from '../../../../shared/files/quarantine.ts';
import { quarantineKey } from '../../../../shared/uploads/quarantine-key.ts';
import { orderAttachments } from '../../../../shared/order/order-attachments.ts';
import { createIds } from '../../../../shared/table/ids.ts';
import { ulidOf } from '../../../samples/world.ts';
import { type Call, callerOf, type Person, seedManager, seedOperator } from '../../../invoke.ts';
import { openTable, type TestTable } from '../../../table.ts';
import { runS3, type RunningS3 } from '../../../../infra/local/testing/s3/running-s3.ts';
import { wordDocument, workbook, zipOf } from '../../../unit/functions/inspection/zip-file.ts';
import { pdf, send } from '../applications/applicant.ts';

const bucket = 'documents';
const operatorId = 'severtelecom';
const bytes = pdf('Схема');
const announced = {
  fileName: 'Схема № 1.pdf',
  mimeType: 'application/pdf',
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('base64'),
};
let table: TestTable;
let s3: RunningS3;
let call: Call;
let technical: Person;
let colleague: Person;
let administrator: Person;
let manager: Person;
let stranger: Person;
let count = 0;
let now = Date.parse('2026-03-02T09:00:00Z');

beforeAll(async () => {
  table = await openTable();
  // Versioned like the real bucket: a removed file must not be available by an earlier link.
  s3 = await runS3({ [bucket]: { VersioningConfiguration: { Status: 'Enabled' } } });
  const clock = () => new Date((now += 1));
  const ports = { table: table.table, clock, ids: createIds(clock) };
  call = callerOf(
    routes,
    createHandlers({
      ...ports,
      files: new FileBucket(s3.client, bucket, () => new Date()),
      log: () => undefined,
    }),
    ports,
  );
  const ofOperator = await seedOperator(table, operatorId, { managerSub: 'manager' });
  technical = ofOperator('technical');
  administrator = ofOperator('administrator');
  colleague = { ...technical, sub: `${operatorId}-finance` };
  stranger = (await seedOperator(table, 'volgaline'))('administrator');
  manager = await seedManager(table, 'manager', [operatorId]);
});
afterAll(() => s3.close());

/** An order of its own for every test. */
async function orderIn(state = 'acknowledged') {
  count += 1;
  const ulid = ulidOf(`XRDER${String(count)}`);
  const key = { pk: `OP#${operatorId}`, sk: `ORDER#${ulid}` };
  const keep = (change: object) => table.put({ ...key, schemaVersion: 1, version: 1, ...change });
  await keep({ state });
  const path = `/cabinet/v1/productOrder/${operatorId}-${ulid}/attachment`;
  return { path, order: { operatorId, ulid }, keep };
}

const add = (path: string, person: Person, change: object = {}, key: string = randomUUID()) =>
  call(person, `POST ${path}`, { headers: { 'idempotency-key': key }, body: { ...announced, ...change } });

async function accept(order: { operatorId: string; ulid: string }, id: string): Promise<void> {
  const parts = {
    uploads: new UploadStore(table.table, { kind: 'system' }),
    quarantine: new Quarantine(s3.client, bucket),
    clock: () => new Date(now),
  };
  const key = quarantineKey(orderAttachments.objectKey(order, id));
  await inspect(parts, key);
  expect(await inspect(parts, key, 'clean')).toBe('accepted');
}

describe('a file of an order', () => {
  it('is announced, sent, inspected, and fetched under its own name by both sides', async () => {
    const { path, order } = await orderIn();
    const { status, headers, body } = await add(path, technical);
    expect([status, headers['location'], headers['etag']]).toEqual([201, `${path}/${body.id}`, '"1"']);
    expect(body).toMatchObject({ state: 'awaited', side: 'operator', removable: true });
    expect((await call(technical, `GET ${path}/${body.id}`)).status).toBe(409);
    const renewed = await call(colleague, `POST ${path}/${body.id}`);
    expect(await send(renewed.body.target, bytes)).toBe(204);
    await accept(order, body.id);
    expect((await call(technical, `POST ${path}/${body.id}`)).body.code).toBe('changeForbidden');

    for (const person of [technical, manager]) {
      const { body: files, headers: listed } = await call(person, `GET ${path}`);
      expect(listed['x-total-count']).toBe('1');
      expect(files).toMatchObject([
        { id: body.id, fileName: 'Схема № 1.pdf', state: 'accepted', removable: person === technical },
      ]);
      const link = await call(person, `GET ${path}/${body.id}`);
      const response = await fetch(link.body.url);
      expect(response.headers.get('content-disposition')).toContain(
        `filename*=UTF-8''${encodeURIComponent('Схема № 1.pdf')}`,
      );
      expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
    }
  });

  it('is created once per idempotency key, also concurrently', async () => {
    const { path } = await orderIn();
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => add(path, technical, {}, key)));
    expect(new Set(answers.map(({ status, body }) => `${String(status)} ${body.id}`)).size).toBe(1);
    expect((await call(technical, `GET ${path}`)).body).toHaveLength(1);
    expect((await add(path, technical, { fileName: 'Другой.pdf' }, key)).body.code).toBe(
      'idempotencyKeyReused',
    );
    // The same words about another order are not the same request.
    const other = await orderIn();
    expect((await add(other.path, technical, {}, key)).body.code).toBe('idempotencyKeyReused');
    expect((await call(technical, `GET ${other.path}`)).body).toEqual([]);
  });

  it('is refused beyond twenty, also concurrently', async () => {
    const { path, keep } = await orderIn();
    await keep({ state: 'inProgress', attachmentCount: 19 });
    const answers = await Promise.all([add(path, technical), add(path, manager)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const first = answers.find(({ status }) => status === 201)!.body.id;
    const person = answers[0].status === 201 ? technical : manager;
    expect((await call(person, `DELETE ${path}/${first}`)).status).toBe(204);
    expect((await add(path, technical)).status).toBe(201);
  });

  it('is accepted only in a type that the inspection recognizes', async () => {
    const { path } = await orderIn();
    for (const [mimeType, fileName] of [
      ['application/msword', 'Письмо.doc'],
      ['application/zip', 'Порты.zip'],
      ['text/plain', 'Порты.txt'],
      ['text/csv', 'Порты.xlsx'],
      ['application/pdf', 'setup.exe'],
    ])
      expect((await add(path, technical, { mimeType, fileName })).status).toBe(400);
  });

  it.each([
    ['text/csv', 'Адреса.csv', Buffer.from('Город;Улица\nКлин;Мира\n')],
    [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Адреса.xlsx',
      zipOf([...workbook(), { name: 'xl/media/plan.bin', content: randomBytes(3_000_000) }]),
    ],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'Письмо.docx',
      zipOf(wordDocument()),
    ],
  ])('may be a table or a document: %s', async (mimeType, fileName, content) => {
    const { path, order } = await orderIn();
    const sha256 = createHash('sha256').update(content).digest('base64');
    const { body } = await add(path, technical, { mimeType, fileName, size: content.length, sha256 });
    expect(await send(body.target, content)).toBe(204);
    await accept(order, body.id);
    const { url } = (await call(manager, `GET ${path}/${body.id}`)).body;
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toBe(mimeType);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(content);
  });

  it('is added and removed while the order is open, and downloaded at any time', async () => {
    const { path, order, keep } = await orderIn();
    const { body } = await add(path, technical);
    expect(await send(body.target, bytes)).toBe(204);
    await accept(order, body.id);
    for (const state of ['completed', 'partial', 'failed', 'cancelled', 'rejected']) {
      await keep({ state, attachmentCount: 1 });
      for (const request of [`POST ${path}/${body.id}`, `DELETE ${path}/${body.id}`])
        expect((await call(technical, request)).body.code).toBe('changeForbidden');
      expect((await add(path, manager)).body.code).toBe('changeForbidden');
      expect((await call(technical, `GET ${path}/${body.id}`)).status).toBe(200);
    }
  });

  it('is removed with its bytes by its author, the operator’s administrator, or a manager for the carrier', async () => {
    const { path, order } = await orderIn();
    const { body } = await add(path, technical);
    const { body: ofCarrier } = await add(path, manager);
    expect(await send(body.target, bytes)).toBe(204);
    await accept(order, body.id);
    const { url } = (await call(technical, `GET ${path}/${body.id}`)).body;
    for (const [person, id] of [
      [colleague, body.id],
      [manager, body.id],
      [administrator, ofCarrier.id],
    ] as const)
      expect((await call(person, `DELETE ${path}/${id}`)).body.code).toBe('changeForbidden');
    expect((await call(administrator, `DELETE ${path}/${body.id}`)).status).toBe(204);
    expect((await fetch(url)).status).toBe(404);
    expect((await call(technical, `DELETE ${path}/${body.id}`)).status).toBe(404);
    expect((await call(manager, `DELETE ${path}/${ofCarrier.id}`)).status).toBe(204);
    expect((await call(technical, `GET ${path}`)).body).toEqual([]);
  });

  it('cannot be uploaded to the accepted prefix or to the key of another operator', async () => {
    const { path, order } = await orderIn();
    const { body } = await add(path, technical);
    for (const key of [
      orderAttachments.objectKey(order, body.id),
      quarantineKey(orderAttachments.objectKey({ ...order, operatorId: 'volgaline' }, body.id)),
    ])
      expect(await send(body.target, bytes, { key })).toBe(403);
  });

  it('does not exist for another operator', async () => {
    const { path, order } = await orderIn();
    const { body } = await add(path, technical);
    const absent = path.replace(order.ulid, ulidOf('N0RDER'));
    for (const method of ['GET', 'POST', 'DELETE']) {
      const foreign = await call(stranger, `${method} ${path}/${body.id}`);
      expect(foreign.status).toBe(404);
      expect(foreign.body).toEqual((await call(stranger, `${method} ${absent}/${body.id}`)).body);
    }
    expect((await call(stranger, `GET ${path}`)).status).toBe(404);
    expect((await add(path, stranger)).status).toBe(404);
    expect((await call(technical, `GET ${absent}`)).status).toBe(404);
    expect((await call(technical, `GET ${absent}/${body.id}`)).status).toBe(404);
  });
});
