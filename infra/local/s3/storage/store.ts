import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Access } from '../../iam/access.ts';
import type { S3Settings } from '../settings.ts';
import { openBlobStore, type BlobStore } from './blobs.ts';
import { configureFromTemplate } from './bucket-configuration.ts';
import { openBucketIndex, type BucketIndex } from './bucket-index.ts';
import { openDatabase } from './database.ts';
import { openOutbox, type Outbox } from './outbox.ts';
import { openUploadIndex, type UploadIndex } from './upload-index.ts';
import { openVersionIndex, type VersionIndex } from './version-index.ts';

/** The parts of the store that operations use. */
export interface Store {
  readonly region: string;
  readonly access: Access;
  readonly now: () => Date;
  readonly database: DatabaseSync;
  readonly buckets: BucketIndex;
  readonly versions: VersionIndex;
  readonly uploads: UploadIndex;
  readonly blobs: BlobStore;
  readonly outbox: Outbox;
}

/** Opens the store, applies the template's buckets, and cleans up after a crash. */
export function openStore(settings: S3Settings): Store {
  const { directory, region, access, clock: now = () => new Date() } = settings;
  mkdirSync(directory, { recursive: true });
  const database = openDatabase(directory);
  const buckets = openBucketIndex(database, now);
  const versions = openVersionIndex(database, now);
  const blobs = openBlobStore(path.join(directory, 'blobs'));
  const uploads = openUploadIndex(database, blobs);
  const outbox = openOutbox(database, settings.onEvent);
  for (const { name, properties } of settings.buckets) buckets.save(name, configureFromTemplate(properties));
  blobs.sweep(versions.referencedBlobs());
  outbox.deliver();
  return { region, access, now, database, buckets, versions, uploads, blobs, outbox };
}

export async function closeStore({ outbox, database }: Store): Promise<void> {
  await outbox.close();
  database.close();
}
