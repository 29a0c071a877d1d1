import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { contentDisposition } from './content-disposition.ts';
import { eraseObjects } from './erase-objects.ts';

/** Lifetimes of upload and download URLs. */
const uploadSeconds = 15 * 60;
const downloadSeconds = 5 * 60;

/** What an upload is bound to. */
interface SignedContent {
  readonly mimeType: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, base64. */
  readonly sha256: string;
}

/** URL and fields with which a browser posts a file (`multipart/form-data`, with the file last, as `file`). */
export interface UploadTarget {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly expiresAt: string;
}

/** A download URL of a file. */
export interface DownloadLink {
  readonly url: string;
  readonly expiresAt: string;
}

/** A bucket whose files are uploaded and downloaded by signed URLs. */
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
  async signUpload(key: string, { mimeType, size, sha256 }: SignedContent): Promise<UploadTarget> {
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
   * Signs a download URL of an object.
   *
   * @param file its name becomes part of the URL, and so of S3's access logs: pass a neutral name where the original must
   *   not be logged
   * @param disposition whether the browser saves or shows the file
   */
  async signDownload(
    key: string,
    file: { readonly fileName: string; readonly mimeType: string },
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

  /** Erases objects; missing ones are ignored. */
  async erase(keys: readonly string[]): Promise<void> {
    await eraseObjects(this.#client, this.#name, keys);
  }

  #after(seconds: number): string {
    return new Date(this.#clock().getTime() + seconds * 1000).toISOString();
  }
}
