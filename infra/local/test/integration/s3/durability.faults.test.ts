import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startS3 } from '../../../s3/server.ts';
import type { ObjectEvent } from '../../../s3/storage/object-event.ts';
import { faultRounds } from '../../../testing/fault-rounds.ts';
import { clientOf, settingsOf } from '../../../testing/s3/running-s3.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'local-s3-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(directory, { recursive: true });
});

async function serve(): Promise<{ server: ChildProcess; port: number }> {
  const script = path.join(import.meta.dirname, 'serve-until-killed.ts');
  const server = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  return { server, port: Number(line.toString()) };
}

async function kill(server: ChildProcess): Promise<void> {
  const exited = once(server, 'exit');
  server.kill('SIGKILL');
  await exited;
}

/** An upload that stops after its first bytes, once they are on the disk. */
async function beginUpload(client: S3Client, port: number): Promise<net.Socket> {
  const command = new PutObjectCommand({ Bucket: 'documents', Key: 'unfinished' });
  const { pathname, search } = new URL(await getSignedUrl(client, command));
  const socket = net.connect(port, '127.0.0.1').on('error', () => undefined);
  socket.write(
    `PUT ${pathname}${search} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 1000\r\n\r\nbegin`,
  );
  await vi.waitFor(
    () => {
      expect(blobs()).toHaveLength(1);
    },
    { timeout: 15_000 },
  );
  return socket;
}

const blobs = () => readdirSync(path.join(directory, 'blobs'));

describe.each(faultRounds(30))('a killed process, round %i,', () => {
  it('has stored every object that it acknowledged, and its successor cleans up the rest and delivers all events', async () => {
    const { server, port } = await serve();
    const client = clientOf(port);
    const unfinished = await beginUpload(client, port);
    const acknowledged = new Set<string>();
    let isKilled = false;
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let index = 0; !isKilled; index += 1) {
        const Key = `${writer}/${index}`;
        const sent = client.send(new PutObjectCommand({ Bucket: 'documents', Key, Body: Key.repeat(500) }));
        await sent.then(() => acknowledged.add(Key)).catch(() => undefined);
      }
    });
    const { UploadId } = await client.send(
      new CreateMultipartUploadCommand({ Bucket: 'documents', Key: 'parts' }),
    );
    const part = await client.send(
      new UploadPartCommand({ Bucket: 'documents', Key: 'parts', UploadId, PartNumber: 1, Body: 'part' }),
    );
    await vi.waitFor(
      () => {
        expect(acknowledged.size).toBeGreaterThan(40);
      },
      { timeout: 15_000 },
    );
    await kill(server);
    isKilled = true;
    await Promise.all(writers);
    unfinished.destroy();
    const left = blobs().length;
    client.destroy();

    const events: ObjectEvent[] = [];
    const successor = await startS3(settingsOf(directory, {}, (event) => void events.push(event)));
    const reader = clientOf(successor.port);
    for (const Key of acknowledged) {
      const found = await reader.send(new GetObjectCommand({ Bucket: 'documents', Key }));
      expect(await found.Body?.transformToString()).toBe(Key.repeat(500));
    }
    const createdKeys = () => new Set(events.map(({ detail }) => detail.object.key));
    await vi.waitFor(
      () => {
        const delivered = createdKeys();
        expect([...acknowledged].filter((key) => !delivered.has(key))).toEqual([]);
      },
      { timeout: 15_000 },
    );
    const created = createdKeys();
    expect(blobs()).toHaveLength(created.size + 1);
    expect(left).toBeGreaterThan(blobs().length);
    const Parts = [{ PartNumber: 1, ETag: part.ETag }];
    const end = { Bucket: 'documents', Key: 'parts', UploadId, MultipartUpload: { Parts } };
    await reader.send(new CompleteMultipartUploadCommand(end));
    reader.destroy();
    await successor.close();
  });
});

describe('a directory', () => {
  it('serves one process at a time', async () => {
    const first = await startS3(settingsOf(directory, {}));
    await expect(startS3(settingsOf(directory, {}))).rejects.toThrow(
      `Another process stores its S3 objects in ${directory}`,
    );
    await first.close();
    await (await startS3(settingsOf(directory, {}))).close();
  });

  it('keeps events that a listener refused, and delivers them again a second later', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const taken: string[] = [];
    let refusals = 1;
    const buckets = { documents: { NotificationConfiguration: { EventBridgeConfiguration: {} } } };
    const s3 = await startS3(
      settingsOf(directory, buckets, ({ detail }) => {
        if (refusals > 0) {
          refusals -= 1;
          throw new Error('not now');
        }
        taken.push(detail.object.key);
      }),
    );
    const client = clientOf(s3.port);
    await client.send(new PutObjectCommand({ Bucket: 'documents', Key: 'a', Body: 'a' }));
    await vi.waitFor(
      () => {
        expect(taken).toEqual(['a']);
      },
      { timeout: 5000 },
    );
    client.destroy();
    await s3.close();
  });
});
