import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { S3Error } from '../s3-error.ts';

/** Maximum size of a form's fields without the file, in bytes: "POST Object", S3 API reference. */
const maxFieldBytes = 20 * 1024;

/** A form up to the beginning of its file; fields after the file are ignored. */
export interface Form {
  /** By lower-case name. */
  readonly fields: Map<string, string>;
  /** As sent by the browser, without folders. */
  readonly fileName: string;
  /** The bytes of the file as they arrive; they are not buffered. */
  readonly file: AsyncIterable<Buffer>;
  /** Stops reading, so that the rest of the request can be discarded. */
  readonly discard: () => void;
}

/**
 * Reads a `multipart/form-data` request up to the bytes of its file.
 * @throws S3Error `MalformedPOSTRequest`, `MaxPostPreDataLengthExceeded`, or `InvalidArgument` for a form without a file
 */
export function openForm(request: IncomingMessage): Promise<Form> {
  return new Promise((resolve, reject) => {
    const parser = startParser(request);
    const fields = new Map<string, string>();
    let open: Readable | undefined;
    let bytes = 0;
    const discard = (): void => {
      request.unpipe(parser);
      open?.destroy();
    };
    const fail = (error: Error): void => {
      discard();
      reject(error);
    };
    request.once('error', (error) => {
      open?.destroy(error);
      fail(error);
    });
    parser.on('field', (name, value, _nameTruncated, valueTruncated) => {
      const field = readText(name);
      bytes += Buffer.byteLength(field) + Buffer.byteLength(value);
      if (bytes > maxFieldBytes || valueTruncated) {
        const message = 'Your POST request fields preceding the upload file were too large.';
        fail(new S3Error('MaxPostPreDataLengthExceeded', message));
      }
      fields.set(field.toLowerCase(), value);
    });
    parser.on('file', (_name, file, fileName) => {
      open = file;
      // The parser only emits the error; destroying the stream keeps it for later readers.
      file.on('error', (error) => file.destroy(error));
      resolve({ fields, fileName: readText(fileName), file, discard });
    });
    parser.on('error', () => {
      fail(malformed());
    });
    parser.on('finish', () => {
      reject(new S3Error('InvalidArgument', 'POST requires exactly one file upload per request.'));
    });
    request.pipe(parser);
  });
}

/** Names can be absent, unlike in the parser's types. */
function readText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function malformed(): S3Error {
  return new S3Error(
    'MalformedPOSTRequest',
    'The body of your POST request is not well-formed multipart/form-data.',
  );
}

function startParser({ headers }: IncomingMessage) {
  try {
    return new Busboy({
      headers: { ...headers, 'content-type': headers['content-type'] ?? '' },
      isPartAFile: (name) => name === 'file',
      limits: { fieldSize: maxFieldBytes, files: 1 },
    });
  } catch {
    throw malformed();
  }
}
