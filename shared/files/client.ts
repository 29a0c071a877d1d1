import { S3Client } from '@aws-sdk/client-s3';
import { FileBucket } from './file-bucket.ts';
import { Quarantine } from './quarantine.ts';

/** Connects to a bucket with short timeouts, so that three attempts fit into the function's ten seconds. */
export function connectFileBucket(name: string, clock: () => Date): FileBucket {
  const client = new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
  });
  return new FileBucket(client, name, clock);
}

/** Connects to a bucket for the inspection, which has longer timeouts because it reads whole files. */
export function connectQuarantine(name: string): Quarantine {
  const client = new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 15_000, throwOnRequestTimeout: true },
  });
  return new Quarantine(client, name);
}
