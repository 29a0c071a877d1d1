import * as z from 'zod';
import type { Answering } from './front.ts';

/** An operation that the engine refused. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  /** `ResourceNotFoundException`, for example. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Calls an operation of DynamoDB's JSON protocol. @throws {EngineError} */
export type CallEngine = (operation: string, input: unknown) => Promise<unknown>;

const refusalSchema = z.object({ __type: z.string(), message: z.string().default('') });

/** The engine requires a signature, whatever it is. */
const authorization =
  'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0';

/** Calls without the SDK, which would take most of the time. */
export function createEngineCall(forward: Answering): CallEngine {
  return async (operation, input) => {
    const { status, body } = await forward({
      operation,
      headers: {
        authorization,
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-date': '20260101T000000Z',
        'x-amz-target': `DynamoDB_20120810.${operation}`,
      },
      body: Buffer.from(JSON.stringify(input)),
    });
    const answer: unknown = JSON.parse(body.toString());
    if (status === 200) return answer;
    const { __type, message } = refusalSchema.parse(answer);
    throw new EngineError(__type.split('#').at(-1) ?? __type, `${operation}: ${message}`);
  };
}
