import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { verifyHeaderSignature } from '../aws/sigv4.ts';
import type { Access } from '../iam/access.ts';
import { sessionToken } from '../iam/access-keys.ts';
import type { AccessRequest } from '../iam/statement.ts';

/** An error response of the service. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: string;

  /** @param code the error's shape, for example `QueueDoesNotExist` */
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Runs an operation. @throws {ServiceError} or a zod error for invalid input */
export type Operation = (input: unknown) => unknown;

export interface JsonService {
  /** Name in signatures: `sqs`, `events`. */
  readonly signingName: string;
  /** Prefix of the operation in `X-Amz-Target`: `AmazonSQS`, `AWSEvents`. */
  readonly target: string;
  /** Prefix of error shapes, for clients that expect one. */
  readonly namespace?: string | undefined;
  /** By name; all others respond with `NotImplemented`. */
  readonly operations: Readonly<Record<string, Operation>>;
  readonly access: Access;
  /** What a call does, and with which resources: the caller must be allowed all of it. */
  readonly requires: (operation: string, input: unknown) => readonly AccessRequest[];
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A server that speaks the AWS JSON protocol (Smithy 2.0, "AWS JSON 1.0 and 1.1 protocol") and verifies signatures. */
export function createJsonServer(service: JsonService): Server {
  return createServer((request, response) => {
    void text(request)
      .then((body) => answer(service, request, body))
      .catch((error: unknown) => {
        console.error(error);
        return fault(service, 500, 'InternalFailure', 'The local service failed.');
      })
      .then((answered) => {
        const type = request.headers['content-type'] ?? 'application/x-amz-json-1.0';
        response.writeHead(answered.status, { 'content-type': type });
        response.end(JSON.stringify(answered.body));
      });
  });
}

async function answer(service: JsonService, request: IncomingMessage, body: string): Promise<Answer> {
  const [rawPath = '/', query = ''] = (request.url ?? '/').split('?');
  const signed = { method: request.method ?? 'GET', rawPath, query, headers: request.headers };
  const hash = createHash('sha256').update(body).digest('hex');
  const verification = await verifyHeaderSignature(
    signed,
    hash,
    service.access.credentials,
    service.signingName,
    new Date(),
  );
  if (!verification.ok)
    return fault(service, 403, 'InvalidSignatureException', `The signature is ${verification.code}.`);
  const caller = service.access.identify(verification.accessKeyId, sessionToken(request.headers));
  if (!caller)
    return fault(
      service,
      403,
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    );
  const [target, name = ''] = String(request.headers['x-amz-target'] ?? '').split('.');
  const operation = Object.hasOwn(service.operations, name) ? service.operations[name] : undefined;
  if (target !== service.target || !operation)
    return fault(service, 501, 'NotImplemented', `The local ${service.target} has no operation ${name}.`);
  try {
    const input: unknown = JSON.parse(body);
    for (const required of service.requires(name, input)) {
      const denial = service.access.check(caller, required);
      if (denial) return fault(service, 400, 'AccessDeniedException', denial.message);
    }
    return { status: 200, body: await operation(input) };
  } catch (error) {
    if (error instanceof ServiceError) return fault(service, 400, error.code, error.message);
    if (error instanceof z.ZodError)
      return fault(service, 400, 'ValidationException', z.prettifyError(error));
    if (error instanceof SyntaxError) return fault(service, 400, 'SerializationException', error.message);
    throw error;
  }
}

function fault({ namespace }: JsonService, status: number, code: string, message: string): Answer {
  return { status, body: { __type: namespace === undefined ? code : `${namespace}#${code}`, message } };
}
