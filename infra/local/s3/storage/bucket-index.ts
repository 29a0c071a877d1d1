import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { bucketConfigurationSchema, type BucketConfiguration } from './bucket-configuration.ts';
import { S3Error } from '../s3-error.ts';

const bucketRowSchema = z.object({
  name: z.string(),
  created: z.number(),
  configuration: z.string().transform((json) => bucketConfigurationSchema.parse(JSON.parse(json))),
});
export type Bucket = z.output<typeof bucketRowSchema>;

export interface BucketIndex {
  find(name: string): Bucket | undefined;
  /** @throws S3Error `NoSuchBucket` */
  require(name: string): Bucket;
  list(): Bucket[];
  /** Creates the bucket, or configures the existing one. */
  save(name: string, configuration: BucketConfiguration): void;
  remove(name: string): void;
}

export function openBucketIndex(database: DatabaseSync, now: () => Date): BucketIndex {
  const select = database.prepare('SELECT * FROM bucket WHERE name = ?');
  const selectAll = database.prepare('SELECT * FROM bucket ORDER BY name');
  const upsert = database.prepare(
    `INSERT INTO bucket (name, created, configuration) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET configuration = excluded.configuration`,
  );
  const remove = database.prepare('DELETE FROM bucket WHERE name = ?');

  const find = (name: string): Bucket | undefined => bucketRowSchema.optional().parse(select.get(name));
  return {
    find,
    require(name) {
      const bucket = find(name);
      if (!bucket) throw new S3Error('NoSuchBucket', 'The specified bucket does not exist');
      return bucket;
    },
    list: () => z.array(bucketRowSchema).parse(selectAll.all()),
    save: (name, configuration) => void upsert.run(name, now().getTime(), JSON.stringify(configuration)),
    remove: (name) => void remove.run(name),
  };
}
