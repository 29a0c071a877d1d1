import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { startS3 } from '../../s3/server.ts';
import { bucketPropertiesSchema, type S3Settings } from '../../s3/settings.ts';
import type { ObjectEvent } from '../../s3/storage/object-event.ts';
import { administratorAccess } from '../administrator.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' };

/** A client like the deployed functions', except for the endpoint. */
export function clientOf(port: number, config: S3ClientConfig = {}): S3Client {
  const endpoint = `http://127.0.0.1:${port}`;
  return new S3Client({
    endpoint,
    region: 'eu-central-1',
    forcePathStyle: true,
    credentials,
    maxAttempts: 1,
    ...config,
  });
}

export function settingsOf(
  directory: string,
  buckets: Record<string, unknown>,
  onEvent: S3Settings['onEvent'] = () => undefined,
): S3Settings {
  return {
    directory,
    port: 0,
    region: 'eu-central-1',
    access: administratorAccess(credentials.accessKeyId, credentials.secretAccessKey),
    buckets: Object.entries(buckets).map(([name, properties]) => ({
      name,
      properties: bucketPropertiesSchema.parse(properties),
    })),
    onEvent,
  };
}

/** Starts a separate S3 with buckets of the given CloudFormation properties. */
export async function runS3(buckets: Record<string, unknown>, clock?: () => Date) {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'local-s3-'));
  const events: ObjectEvent[] = [];
  const settings = settingsOf(directory, buckets, (event) => void events.push(event));
  const running = await startS3(clock ? { ...settings, clock } : settings);
  const client = clientOf(running.port);
  return {
    client,
    events,
    port: running.port,
    endpoint: `http://127.0.0.1:${running.port}`,
    blobs: () => readdirSync(path.join(directory, 'blobs')),
    async close() {
      client.destroy();
      await running.close();
      rmSync(directory, { recursive: true });
    },
  };
}

export type RunningS3 = Awaited<ReturnType<typeof runS3>>;

/** The error of a rejected promise; fails if it is not rejected. */
export async function refusalOf(
  promise: Promise<unknown>,
): Promise<{ name: string; status: number | undefined }> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason as { name: string; $metadata?: { httpStatusCode?: number } },
  );
  if (!error) throw new Error('Was not refused');
  return { name: error.name, status: error.$metadata?.httpStatusCode };
}

/** The code in an error document. */
export async function codeOf(response: Response): Promise<string | undefined> {
  return /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1];
}
