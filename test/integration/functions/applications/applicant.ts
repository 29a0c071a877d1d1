import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { applicantOf, applicationSecretHeader } from '../../../../shared/auth/applicant.ts';

// Tests look into bodies of every shape.
// oxlint-disable-next-line typescript/no-explicit-any
type Body = any;

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** An applicant over HTTP, like the page: generates the secret, and uploads files directly to the bucket. */
export class Applicant {
  readonly secret = randomBytes(32).toString('base64url');
  readonly id = applicantOf(this.secret)!.applicationId;
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  async ask(
    method: string,
    path = '',
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answered> {
    const response = await fetch(`${this.#origin}/cabinet/v1/application${path}`, {
      method,
      headers: {
        [applicationSecretHeader]: this.secret,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }

  read(): Promise<Answered> {
    return this.ask('GET', `/${this.id}`);
  }

  /** Requests the upload of a file, by default with its correct attributes. */
  announce(bytes: Buffer, change: Record<string, unknown> = {}): Promise<Answered> {
    return this.ask('POST', `/${this.id}/attachment`, {
      kind: 'application',
      fileName: 'Заявление.pdf',
      mimeType: 'application/pdf',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('base64'),
      ...change,
    });
  }

  /** Uploads a file; returns its id. */
  async upload(bytes: Buffer, change: Record<string, unknown> = {}): Promise<string> {
    const { body } = await this.announce(bytes, change);
    const status = await send(body.target, bytes);
    if (status !== 204) throw new Error(`The bucket answered ${String(status)}`);
    return String(body.id);
  }

  /** A file of the package, once it is inspected. */
  async judged(scanId: string): Promise<Body> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const scan = (await this.scans()).find(({ id }: Body) => id === scanId);
      if (scan?.state === 'accepted' || scan?.state === 'refused') return scan;
      await wait(100);
    }
    throw new Error('The file is still not judged');
  }

  async scans(): Promise<Body[]> {
    const { body } = await this.read();
    return Object.values(body.package as Record<string, Body[]>).flat();
  }
}

/** Posts a file to its upload URL, like a browser's form. */
export async function send(
  target: { url: string; fields: Record<string, string> },
  bytes: Buffer,
  change: Record<string, string> = {},
): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...target.fields, ...change })) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]));
  const response = await fetch(target.url, { method: 'POST', body: form });
  await response.arrayBuffer();
  return response.status;
}

/** A file with the structure of a PDF. */
export function pdf(content = 'page'): Buffer {
  return Buffer.from(`%PDF-1.7\n${content}\nstartxref\n9\n%%EOF\n`);
}
