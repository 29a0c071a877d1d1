import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { CopyObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { capabilities } from '../../../infra/declarations/capabilities.ts';
import { consumers } from '../../../infra/declarations/consumers.ts';
import { CabinetClient } from '../../../infra/demo/cabinet-client.ts';
import { startCabinet, type RunningCabinet } from '../../../infra/demo/cabinet.ts';
import { addEdgeHeaders, findCapability } from '../../../infra/demo/invocation.ts';
import { demoPassword, managerLogin } from '../../../infra/demo/people.ts';
import { seedDemo } from '../../../infra/demo/seed.ts';
import { openSessions, type Sessions } from '../../../infra/local/boot/sessions.ts';
import { documentsOf } from '../../documents.ts';
import { operations } from '../../samples/capabilities.ts';
import { putEveryItem } from '../../samples/every-item.ts';
import { sampleOf } from '../../samples/every-sample.ts';
import { httpPayload } from '../../samples/http-payload.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'cabinet-own-roles-'));
const dataDirectory = path.join(directory, 'data');
const dayMs = 24 * 60 * 60 * 1000;
let cabinet: RunningCabinet;
let sessions: Sessions;
let table: DynamoDBClient;

const answerSchema = z.object({ statusCode: z.number(), body: z.string().optional() });

beforeAll(async () => {
  cabinet = await startCabinet({ dataDirectory, seed: seedDemo });
  sessions = openSessions(cabinet.assembly, dataDirectory);
  const { region, credentials, endpoints } = cabinet;
  table = new DynamoDBClient({ region, credentials, endpoint: endpoints.dynamodb });
}, 300_000);

afterAll(async () => {
  table.destroy();
  await cabinet.close();
  rmSync(directory, { recursive: true, force: true });
});

describe('every function of the cabinet', () => {
  it('has a role and an access key of its own', () => {
    const { functions } = cabinet.lambda;
    expect(functions).toHaveLength(capabilities.length + consumers.length);
    expect(new Set(functions.map(({ roleArn }) => roleArn)).size).toBe(functions.length);
    const keys = functions.map(({ name }) => sessions.keyOfFunction(name).accessKeyId);
    expect(new Set([...keys, cabinet.credentials.accessKeyId]).size).toBe(functions.length + 1);
  });

  // Only the items of the samples' world are there: what names accounts is refused after asking the user pool for them.
  it.each(
    operations.map((operation) => [`${operation.capability} ${operation.routeId}`, operation] as const),
  )('may do what the sample of %s takes', async (_name, operation) => {
    const { assembly, lambda, tableName } = cabinet;
    await putEveryItem({ documents: documentsOf(table), name: tableName });
    const event = addEdgeHeaders(assembly, httpPayload(operation, sampleOf(operation)));
    const { payload = '' } = await lambda.invoke(findCapability(assembly, operation.capability), event);
    const { statusCode, body } = answerSchema.parse(JSON.parse(payload));
    expect(statusCode, body).toBeLessThan(500);
  });

  it('is refused to scan the table, which no role may', async () => {
    const { region, endpoints, tableName } = cabinet;
    for (const { name, roleArn } of cabinet.lambda.functions) {
      const credentials = sessions.keyOfFunction(name);
      const client = new DynamoDBClient({ region, endpoint: endpoints.dynamodb, credentials });
      const roleName = roleArn!.split('/').at(-1)!;
      await expect(client.send(new ScanCommand({ TableName: tableName }))).rejects.toMatchObject({
        name: 'AccessDeniedException',
        $metadata: { httpStatusCode: 400 },
        message:
          `User: arn:aws:sts::000000000000:assumed-role/${roleName}/${name} is not authorized to perform: ` +
          `dynamodb:Scan on resource: arn:aws:dynamodb:eu-central-1:000000000000:table/${tableName} ` +
          'because no identity-based policy allows the dynamodb:Scan action',
      });
      client.destroy();
    }
  });
});

describe('the policy of the documents bucket', () => {
  let files: S3Client;
  beforeAll(() => {
    const { region, endpoints, credentials } = cabinet;
    files = new S3Client({ region, credentials, endpoint: endpoints.s3, forcePathStyle: true });
  });
  afterAll(() => {
    files.destroy();
  });

  const documents = () => cabinet.buckets['Documents']!;
  const lock = (mode: 'GOVERNANCE' | 'COMPLIANCE', days: number) => ({
    ObjectLockMode: mode,
    ObjectLockRetainUntilDate: new Date(Date.now() + days * dayMs),
  });
  const put = (key: string, options: Partial<ReturnType<typeof lock>> = {}) =>
    files.send(new PutObjectCommand({ Bucket: documents(), Key: key, Body: 'invoice', ...options }));
  const denied = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };

  it('refuses a document without a lock, from the administrator too', async () => {
    const bare = put('invoices/1.pdf');
    await expect(bare).rejects.toMatchObject(denied);
    await expect(bare).rejects.toThrow('with an explicit deny in a resource-based policy');
  });

  it('refuses a document with another lock, or a shorter one', async () => {
    await expect(put('invoices/1.pdf', lock('COMPLIANCE', 2))).rejects.toMatchObject(denied);
    await put('inbox/1.pdf');
    const copy = { Bucket: documents(), Key: 'invoices/1.pdf', CopySource: `${documents()}/inbox/1.pdf` };
    await expect(files.send(new CopyObjectCommand(copy))).rejects.toMatchObject(denied);
  });

  it('accepts a locked document, and unlocked ones that are not filed yet', async () => {
    await put('invoices/1.pdf', lock('GOVERNANCE', 2));
    for (const key of ['inbox/2.pdf', 'quarantine/attachments/3', 'attachments/3']) await put(key);
    const copy = { Bucket: documents(), Key: 'invoices/2.pdf', CopySource: `${documents()}/inbox/2.pdf` };
    await files.send(new CopyObjectCommand({ ...copy, ...lock('GOVERNANCE', 2) }));
  });
});

it('the inspection finds that a file is gone, which takes the permission to list its bucket', async () => {
  const manager = await CabinetClient.signIn(cabinet.origin, managerLogin, demoPassword);
  const orders = '/tmf-api/productOrderingManagement/v4/productOrder';
  const { body: listed } = await manager.request('GET', `${orders}?limit=1`);
  const [order] = listed as [{ id: string }];
  const { status, body } = await manager.request('POST', `/cabinet/v1/productOrder/${order.id}/attachment`, {
    fileName: 'scheme.pdf',
    mimeType: 'application/pdf',
    size: 7,
    sha256: Buffer.alloc(32).toString('base64'),
  });
  expect(status).toBe(201);
  const { target } = body as { target: { fields: { key: string } } };
  const { name } = cabinet.lambda.functions.find(({ logicalId }) => logicalId.startsWith('Inspection'))!;
  const inspected = await cabinet.lambda.invoke(name, {
    'detail-type': 'Object Created',
    detail: { bucket: { name: cabinet.buckets['Documents'] }, object: { key: target.fields.key } },
  });
  expect(inspected.error).toBeUndefined();
});
