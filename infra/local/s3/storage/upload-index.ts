import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { BlobStore } from './blobs.ts';
import {
  checksumAlgorithmSchema,
  checksumSchema,
  type Checksum,
  type ChecksumAlgorithm,
} from '../bytes/checksum.ts';
import { objectDescriptionSchema, type ObjectDescription } from './object-description.ts';
import { S3Error } from '../s3-error.ts';

const uploadRowSchema = z.object({
  id: z.string(),
  description: z.string().transform((json) => objectDescriptionSchema.parse(JSON.parse(json))),
  algorithm: checksumAlgorithmSchema.nullable(),
});
/** A multipart upload that is neither completed nor aborted; `algorithm` is that of its parts' checksums. */
export type Upload = z.output<typeof uploadRowSchema>;

const partRowSchema = z.object({
  number: z.number(),
  blob: z.string(),
  size: z.number(),
  md5: z.string(),
  checksum: z
    .string()
    .transform((json) => checksumSchema.parse(JSON.parse(json)))
    .nullable(),
});
export type Part = z.output<typeof partRowSchema>;

export interface UploadIndex {
  /** Returns the new upload's id. */
  begin(
    bucket: string,
    key: string,
    description: ObjectDescription,
    algorithm: ChecksumAlgorithm | undefined,
  ): string;
  /** @throws S3Error `NoSuchUpload` */
  require(id: string, bucket: string, key: string): Upload;
  /** Stores a part, replacing an earlier one with its number; an unknown upload deletes the part's bytes. */
  savePart(upload: Upload, part: Omit<Part, 'checksum'> & { readonly checksum: Checksum | undefined }): void;
  /** By number. */
  parts(upload: Upload): Part[];
  /**
   * Deletes an upload and its parts; the caller deletes their blobs after the transaction.
   * @throws S3Error `NoSuchUpload` when it has already ended
   */
  end(upload: Upload): void;
}

export function openUploadIndex(database: DatabaseSync, blobs: BlobStore): UploadIndex {
  const insert = database.prepare(
    'INSERT INTO upload (id, bucket, key, description, algorithm) VALUES (?, ?, ?, ?, ?)',
  );
  const select = database.prepare('SELECT * FROM upload WHERE id = ? AND bucket = ? AND key = ?');
  const remove = database.prepare('DELETE FROM upload WHERE id = ?');
  const selectPart = database.prepare('SELECT * FROM part WHERE upload = ? AND number = ?');
  const selectParts = database.prepare('SELECT * FROM part WHERE upload = ? ORDER BY number');
  const insertPart = database.prepare(
    `INSERT OR REPLACE INTO part (upload, number, blob, size, md5, checksum)
     SELECT id, ?, ?, ?, ?, ? FROM upload WHERE id = ?`,
  );
  return {
    begin(bucket, key, description, algorithm) {
      const id = randomUUID();
      insert.run(id, bucket, Buffer.from(key), JSON.stringify(description), algorithm ?? null);
      return id;
    },
    require(id, bucket, key) {
      const upload = uploadRowSchema.optional().parse(select.get(id, bucket, Buffer.from(key)));
      if (!upload) throw noSuchUpload();
      return upload;
    },
    savePart({ id }, { number, blob, size, md5, checksum }) {
      const replaced = partRowSchema.optional().parse(selectPart.get(id, number));
      const { changes } = insertPart.run(
        number,
        blob,
        size,
        md5,
        checksum ? JSON.stringify(checksum) : null,
        id,
      );
      const obsolete = changes === 0 ? blob : replaced?.blob;
      if (obsolete !== undefined) blobs.remove(obsolete);
      if (changes === 0) throw noSuchUpload();
    },
    parts: ({ id }) => z.array(partRowSchema).parse(selectParts.all(id)),
    end({ id }) {
      if (remove.run(id).changes === 0) throw noSuchUpload();
    },
  };
}

function noSuchUpload(): S3Error {
  const message =
    'The specified multipart upload does not exist. The upload ID may be invalid, or the upload may have';
  return new S3Error('NoSuchUpload', `${message} been aborted or completed.`);
}
