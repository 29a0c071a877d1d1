import * as z from 'zod';
import type { Answer } from '../answer.ts';
import { bypassesGovernance } from './delete-objects.ts';
import { readDocument } from '../bytes/payload.ts';
import type { S3Request } from '../request.ts';
import { requireObject } from './require-object.ts';
import { assertRetentionChange, validateRetention } from '../storage/retention.ts';
import { S3Error } from '../s3-error.ts';
import type { Store } from '../storage/store.ts';
import type { StoredObject } from '../storage/version-index.ts';
import { container, element, readXml } from '../xml.ts';

const documentSchema = z.object({
  Retention: container(z.object({ Mode: z.string().optional(), RetainUntilDate: z.string().optional() })),
});

export function getObjectRetention(request: S3Request, store: Store): Answer {
  const { retention } = findLockable(request, store).description;
  if (!retention) {
    const message = 'The specified object does not have a ObjectLock configuration';
    throw new S3Error('NoSuchObjectLockConfiguration', message);
  }
  const { mode, until } = retention;
  return {
    status: 200,
    body: element('Retention', [element('Mode', mode), element('RetainUntilDate', until)]),
  };
}

/** @throws S3Error `AccessDenied` when it would make a lock shorter or weaker */
export async function putObjectRetention(request: S3Request, store: Store): Promise<Answer> {
  const { Mode, RetainUntilDate } = readXml(await readDocument(request), documentSchema).Retention;
  const retention = validateRetention(Mode, RetainUntilDate, store.now());
  const object = findLockable(request, store);
  const bypasses = bypassesGovernance(request.headers);
  assertRetentionChange(object.description.retention, retention, store.now(), bypasses);
  store.versions.describe(object, { ...object.description, retention });
  return { status: 200 };
}

function findLockable({ bucket, key, parameters }: S3Request, store: Store): StoredObject {
  const { name, configuration } = store.buckets.require(bucket);
  if (!configuration.objectLock)
    throw new S3Error('InvalidRequest', 'Bucket is missing Object Lock Configuration');
  return requireObject(store, name, key, parameters.get('versionId'));
}
