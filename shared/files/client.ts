import { S3Client } from '@aws-sdk/client-s3';
import { FileBucket } from './file-bucket.ts';
import { Quarantine } from './quarantine.ts';

/** A bucket by name, over a client that gives up in time: three attempts fit under the ten seconds of a function. */
export function connectFileBucket(name: string, clock: () => Date): FileBucket {
  const client = new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
  });
  return new FileBucket(client, name, clock);
}

/** The same for whoever inspects what was uploaded, and has longer to do it: a file is read as a whole. */
export function connectQuarantine(name: string): Quarantine {
  const client = new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 15_000, throwOnRequestTimeout: true },
  });
  return new Quarantine(client, name);
}
