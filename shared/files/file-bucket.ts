import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { contentDisposition } from './content-disposition.ts';
import { eraseObjects } from './erase-objects.ts';
import type { UploadRecord } from './upload-record.ts';

/** How long an upload may wait for its bytes to begin, and a link for being followed, in seconds. */
const uploadSeconds = 15 * 60;
const downloadSeconds = 5 * 60;

/** Where and with which fields a browser posts a file (`multipart/form-data`, the file last, as `file`). */
export interface UploadTarget {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly expiresAt: string;
}

/** A link to a file. */
export interface DownloadLink {
  readonly url: string;
  readonly expiresAt: string;
}

/** Files of one bucket, as capabilities deal with them: by signed requests that others send. */
export class FileBucket {
  readonly #client: S3Client;
  readonly #name: string;
  readonly #clock: () => Date;

  constructor(client: S3Client, name: string, clock: () => Date) {
    this.#client = client;
    this.#name = name;
    this.#clock = clock;
  }

  /** Signs the upload of exactly these bytes to exactly this key: its size, type and SHA-256 are in the policy. */
  async signUpload(
    key: string,
    { mimeType, size, sha256 }: Pick<UploadRecord, 'mimeType' | 'size' | 'sha256'>,
  ): Promise<UploadTarget> {
    const expiresAt = this.#after(uploadSeconds);
    const { url, fields } = await createPresignedPost(this.#client, {
      Bucket: this.#name,
      Key: key,
      Conditions: [['content-length-range', size, size]],
      Fields: { 'Content-Type': mimeType, 'x-amz-checksum-sha256': sha256 },
      Expires: uploadSeconds,
    });
    return { url, fields, expiresAt };
  }

  /**
   * Signs a link to an object.
   *
   * @param file the name under which a browser saves it stands in the link, and so in the access logs of S3: where
   *   that may not be, it is not the name that a person gave
   * @param disposition whether a browser saves it or shows it
   */
  async signDownload(
    key: string,
    file: Pick<UploadRecord, 'fileName' | 'mimeType'>,
    disposition: 'attachment' | 'inline' = 'attachment',
  ): Promise<DownloadLink> {
    const expiresAt = this.#after(downloadSeconds);
    const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
    const url = await getSignedUrl(
      this.#client,
      new GetObjectCommand({
        Bucket: this.#name,
        Key: key,
        ResponseContentDisposition: contentDisposition(disposition, file.fileName),
        ResponseContentType: file.mimeType,
      }),
      { expiresIn: downloadSeconds },
    );
    return { url, expiresAt };
  }

  /** Erases objects, whether they are there or not. */
  async erase(keys: readonly string[]): Promise<void> {
    await eraseObjects(this.#client, this.#name, keys);
  }

  #after(seconds: number): string {
    return new Date(this.#clock().getTime() + seconds * 1000).toISOString();
  }
}
