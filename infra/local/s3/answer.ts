import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeXml, type XmlElement } from './xml.ts';

/** Response of an operation; a stream contains an object's bytes. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: XmlElement | Readable;
}

/** Sends a response; `headers` are common to all responses to this request. */
export async function sendAnswer(
  response: ServerResponse,
  answer: Answer,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const { body } = answer;
  if (body === undefined) {
    const length: Record<string, string> =
      answer.status === 204 || answer.status === 304 ? {} : { 'content-length': '0' };
    response.writeHead(answer.status, { ...length, ...headers, ...answer.headers }).end();
  } else if ('pipe' in body) {
    response.writeHead(answer.status, { ...headers, ...answer.headers });
    await pipeline(body, response);
  } else {
    const document = writeXml(body);
    const described = {
      'content-type': 'application/xml',
      'content-length': String(Buffer.byteLength(document)),
    };
    response.writeHead(answer.status, { ...described, ...headers, ...answer.headers });
    response.end(response.req.method === 'HEAD' ? undefined : document);
  }
}
