import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { objectDescriptionSchema, type ObjectDescription } from './object-description.ts';

export const nullVersionId = 'null';

const versionRowSchema = z
  .object({
    sequence: z.number(),
    bucket: z.string(),
    key: z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes).toString()),
    version_id: z.string(),
    blob: z.string().nullable(),
    size: z.number(),
    etag: z.string(),
    last_modified: z.number().transform((milliseconds) => new Date(milliseconds)),
    description: z.string().transform((json) => objectDescriptionSchema.parse(JSON.parse(json))),
    latest: z.number().transform((flag) => flag === 1),
  })
  .transform(({ version_id: versionId, last_modified: lastModified, ...row }) => ({
    ...row,
    versionId,
    lastModified,
  }));

/** One version of one key; it is a delete marker when it has no blob. `etag` is without quotes. */
export type Version = z.output<typeof versionRowSchema>;
export type StoredObject = Version & { readonly blob: string };

export function isObject(version: Version | undefined): version is StoredObject {
  return version !== undefined && version.blob !== null;
}

export type NewVersion = Pick<
  Version,
  'bucket' | 'key' | 'versionId' | 'blob' | 'size' | 'etag' | 'description'
>;

export interface VersionIndex {
  /** The newest version of a key, which may be a delete marker. */
  current(bucket: string, key: string): Version | undefined;
  find(bucket: string, key: string, versionId: string): Version | undefined;
  /**
   * The first current object, excluding delete markers, from `from` up to but excluding `upTo`, in the order of UTF-8
   * bytes.
   */
  nextObject(bucket: string, from: Uint8Array, upTo: Uint8Array): StoredObject | undefined;
  /** Versions by key, each key's newest first; `olderThan` is a sequence within the key `from`. */
  list(bucket: string, from: Uint8Array, olderThan: number, upTo: Uint8Array, limit: number): Version[];
  isEmpty(bucket: string): boolean;
  insert(version: NewVersion): Version;
  describe(version: Version, description: ObjectDescription): void;
  remove(version: Version): void;
  /** Whether any version still needs the blob: a copy shares its source's. */
  refersTo(blob: string): boolean;
  /** Every blob that a version or a part of an upload needs. */
  referencedBlobs(): Set<string>;
}

const versionColumns = `version.*, NOT EXISTS (SELECT 1 FROM version newer WHERE newer.bucket = version.bucket
  AND newer.key = version.key AND newer.sequence > version.sequence) AS latest`;

export function openVersionIndex(database: DatabaseSync, now: () => Date): VersionIndex {
  const selectCurrent = database.prepare(
    `SELECT ${versionColumns} FROM version WHERE bucket = ? AND key = ? ORDER BY sequence DESC LIMIT 1`,
  );
  const select = database.prepare(
    `SELECT ${versionColumns} FROM version WHERE bucket = ? AND key = ? AND version_id = ?`,
  );
  const selectNext = database.prepare(
    `SELECT ${versionColumns} FROM version WHERE bucket = ? AND key >= ? AND key < ? AND blob IS NOT NULL AND latest
     ORDER BY key LIMIT 1`,
  );
  const selectVersions = database.prepare(
    `SELECT ${versionColumns} FROM version WHERE bucket = :bucket AND key >= :from AND key < :upTo
     AND (key > :from OR sequence < :olderThan) ORDER BY key, sequence DESC LIMIT :limit`,
  );
  const selectAny = database.prepare('SELECT 1 FROM version WHERE bucket = ? LIMIT 1');
  const insert = database.prepare(
    `INSERT INTO version (bucket, key, version_id, blob, size, etag, last_modified, description)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = database.prepare('UPDATE version SET description = ? WHERE sequence = ?');
  const remove = database.prepare('DELETE FROM version WHERE sequence = ?');
  const selectReference = database.prepare('SELECT 1 FROM version WHERE blob = ? LIMIT 1');
  const selectBlobs = database.prepare(
    'SELECT blob FROM version WHERE blob IS NOT NULL UNION SELECT blob FROM part',
  );

  const one = (row: unknown): Version | undefined => versionRowSchema.optional().parse(row);
  return {
    current: (bucket, key) => one(selectCurrent.get(bucket, Buffer.from(key))),
    find: (bucket, key, versionId) => one(select.get(bucket, Buffer.from(key), versionId)),
    nextObject(bucket, from, upTo) {
      const version = one(selectNext.get(bucket, from, upTo));
      return isObject(version) ? version : undefined;
    },
    list: (bucket, from, olderThan, upTo, limit) =>
      z.array(versionRowSchema).parse(selectVersions.all({ bucket, from, olderThan, upTo, limit })),
    isEmpty: (bucket) => selectAny.get(bucket) === undefined,
    insert(version) {
      const lastModified = now();
      const { lastInsertRowid } = insert.run(
        version.bucket,
        Buffer.from(version.key),
        version.versionId,
        version.blob,
        version.size,
        version.etag,
        lastModified.getTime(),
        JSON.stringify(version.description),
      );
      return { ...version, sequence: Number(lastInsertRowid), lastModified, latest: true };
    },
    describe: (version, description) => void update.run(JSON.stringify(description), version.sequence),
    remove: (version) => void remove.run(version.sequence),
    refersTo: (blob) => selectReference.get(blob) !== undefined,
    referencedBlobs: () =>
      new Set(
        z
          .array(z.object({ blob: z.string() }))
          .parse(selectBlobs.all())
          .map((row) => row.blob),
      ),
  };
}
