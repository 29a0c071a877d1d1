import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { openDurableFile, type DurableFile } from './durable-file.ts';
import { tryFileLock } from './file-lock.ts';

/** Name of the lock in a data directory. */
export const lockName = 'lock';

const url = z.url();

/** Which process uses a data directory, and where its application answers. */
const holderSchema = z.object({
  pid: z.number(),
  address: z
    .object({
      origin: url,
      endpoints: z.object({
        dynamodb: url,
        s3: url,
        'cognito-identity-provider': url,
        eventbridge: url,
        sqs: url,
        sesv2: url,
      }),
    })
    .optional(),
});
export type Holder = z.infer<typeof holderSchema>;

export function openHolderFile(dataDirectory: string): DurableFile<Holder> {
  return openDurableFile(join(dataDirectory, 'holder.json'), holderSchema);
}

/** The content of the file; empty when it cannot be read, since it is only information for people. */
export function readHolder(file: DurableFile<Holder>): Partial<Holder> {
  try {
    return file.read() ?? {};
  } catch {
    return {};
  }
}

/** Where the application of the directory answers; undefined when none is running. */
export function findRunningStack(dataDirectory: string): Holder['address'] {
  const lockFile = join(dataDirectory, lockName);
  if (!existsSync(lockFile)) return undefined;
  const lock = tryFileLock(lockFile);
  lock?.release();
  return lock ? undefined : readHolder(openHolderFile(dataDirectory)).address;
}
