import { Readable } from 'node:stream';
import { CopyObjectCommand, GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { eraseObjects } from './erase-objects.ts';

/** S3 answers a copy of 5 GB, its maximum, after minutes. */
const maxCopyMilliseconds = 10 * 60 * 1000;

/** A bucket's files for the inspection. */
export class Quarantine {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  /** Streams an object; undefined if it does not exist. */
  async read(key: string): Promise<AsyncIterable<Uint8Array> | undefined> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
      if (!(Body instanceof Readable)) throw new TypeError('An object without a stream of bytes');
      return Body;
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  /** Bytes of an object from an offset. @throws NoSuchKey if it does not exist any more */
  async readRange(key: string, offset: number, length: number): Promise<Buffer> {
    const Range = `bytes=${String(offset)}-${String(offset + length - 1)}`;
    const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key, Range }));
    if (Body === undefined) throw new TypeError('An object without bytes');
    return Buffer.from(await Body.transformToByteArray());
  }

  /**
   * Copies an object to its final key. Idempotent.
   *
   * @returns false if the object does not exist
   */
  async release(from: string, to: string): Promise<boolean> {
    try {
      await this.#client.send(
        new CopyObjectCommand({ Bucket: this.#bucket, CopySource: `${this.#bucket}/${from}`, Key: to }),
        { requestTimeout: maxCopyMilliseconds },
      );
      return true;
    } catch (error) {
      if (error instanceof NoSuchKey || (error instanceof Error && error.name === 'NoSuchKey')) return false;
      throw error;
    }
  }

  /** Erases objects; missing ones are ignored. */
  async erase(keys: readonly string[]): Promise<void> {
    await eraseObjects(this.#client, this.#bucket, keys);
  }
}
