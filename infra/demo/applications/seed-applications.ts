import { createHash } from 'node:crypto';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { encodeItem } from '../../../shared/table/item.ts';
import type { ApplicationHappening } from '../../../shared/application/application-event.ts';
import { appendApplicationEvent } from '../../../shared/application/application-history.ts';
import type { ApplicationRecord } from '../../../shared/application/application-record.ts';
import { packageScans } from '../../../shared/application/package-scans.ts';
import { scanKey, type ScanRecord } from '../../../shared/application/scan-record.ts';
import { writeApplication } from '../../../shared/application/write-application.ts';
import type { SystemScope } from '../../../shared/auth/scope.ts';
import { taxpayerItem, taxpayerKey } from '../../../shared/operator/taxpayer-lookup.ts';
import { createIds } from '../../../shared/table/ids.ts';
import { Partition } from '../../../shared/table/partition.ts';
import type { ItemKey } from '../../../shared/table/table.ts';
import type { SeedContext } from '../../local/boot/seed-context.ts';
import { demoOperators } from '../people.ts';
import { demoApplications } from './demo-applications.ts';
import { drawPdf, drawPng } from './draw-scan.ts';

const scope: SystemScope = { kind: 'system' };

/** Documents of every package; the drawn pages say that they are demo documents. */
const documents = [
  {
    kind: 'application',
    fileName: 'Заявление.pdf',
    mimeType: 'application/pdf',
    bytes: drawPdf('Demo: signed application'),
  },
  { kind: 'identityDocument', fileName: 'Паспорт.png', mimeType: 'image/png', bytes: drawPng() },
  {
    kind: 'powerOfAttorney',
    fileName: 'Доверенность.pdf',
    mimeType: 'application/pdf',
    bytes: drawPdf('Demo: power of attorney'),
  },
] as const;

/** Creates applications in several states with their scans, and the lookups by ИНН of the demo's operators. */
export async function seedApplications(context: SeedContext, managerSub: string): Promise<void> {
  for (const { id, taxpayerNumber } of demoOperators)
    await put(context, taxpayerKey(taxpayerNumber), taxpayerItem(id));
  await Promise.all(
    demoApplications(managerSub, context.now()).map((application) => seedApplication(context, application)),
  );
}

async function seedApplication(context: SeedContext, application: ApplicationRecord): Promise<void> {
  const { id, createdAt, submittedAt = createdAt } = application;
  const partition = Partition.ofApplication(scope, id);
  const ids = createIds(() => new Date(createdAt));
  for (const action of writeApplication(partition, undefined, application))
    if ('put' in action) await put(context, action.put, action.item);
  const history = [
    { kind: 'created', change: [{ field: 'state', after: 'draft' }] },
    { kind: 'state', change: [{ field: 'state', before: 'draft', after: 'submitted' }] },
  ] satisfies ApplicationHappening[];
  const cause = { by: { side: 'applicant' }, at: submittedAt, requestId: 'demo' } as const;
  for (const [index, event] of history.entries()) {
    const action = appendApplicationEvent(partition, { id, historySequence: index + 1 }, cause, event);
    if ('put' in action) await put(context, action.put, action.item);
  }
  for (const { bytes, ...described } of documents) {
    const scan: ScanRecord = {
      schemaVersion: 1,
      version: 2,
      id: ids(),
      ...described,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('base64'),
      state: 'accepted',
      createdAt,
      inspectedAt: createdAt,
    };
    await context.clients.files.send(
      new PutObjectCommand({
        Bucket: context.buckets['Applications'],
        Key: packageScans.objectKey({ applicationId: id }, scan.id),
        Body: bytes,
        ContentType: scan.mimeType,
      }),
    );
    await put(context, scanKey(partition, scan.id), scan);
  }
}

async function put(
  { clients, tableName }: SeedContext,
  { partition, sortKey }: ItemKey,
  item: Readonly<Record<string, unknown>>,
): Promise<void> {
  await clients.table.send(
    new PutCommand({ TableName: tableName, Item: encodeItem({ pk: partition.key, sk: sortKey, ...item }) }),
  );
}
