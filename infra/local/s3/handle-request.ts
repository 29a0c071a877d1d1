import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendAnswer, type Answer } from './answer.ts';
import { createPermit } from './access/permit.ts';
import { requirementOfMissing, requirementsOf } from './access/requirements.ts';
import { authenticate } from './authentication.ts';
import type { CorsRule } from './storage/bucket-configuration.ts';
import { answerPreflight, corsHeaders } from './cors.ts';
import { chooseOperation } from './operation.ts';
import { supportedOperations } from './operations/supported-operations.ts';
import { postObject } from './operations/post-object.ts';
import { parseRequest, type S3Request } from './request.ts';
import { S3Error } from './s3-error.ts';
import type { Store } from './storage/store.ts';
import { element } from './xml.ts';

/** Answers one request; never rejects. */
export async function handleRequest(
  stream: IncomingMessage,
  response: ServerResponse,
  store: Store,
): Promise<void> {
  const requestId = randomBytes(8).toString('hex').toUpperCase();
  const sourceAddress = stream.socket.remoteAddress ?? '127.0.0.1';
  let headers: Record<string, string> = { 'x-amz-request-id': requestId };
  const answer = async (): Promise<Answer> => {
    const request = parseRequest(stream, { requestId, sourceAddress });
    const rules = store.buckets.find(request.bucket)?.configuration.cors ?? [];
    headers = { ...headers, ...corsHeaders(rules, request.method, request.headers) };
    return perform(request, rules, store);
  };
  try {
    await sendAnswer(
      response,
      await answer().catch((error: unknown) => refuse(stream, requestId, error)),
      headers,
    );
  } catch (error) {
    // A client that disconnects during a download is not an error of ours.
    if (!response.destroyed) console.error(`S3: ${describe(stream)} was interrupted`, error);
    response.destroy();
  }
}

async function perform(request: S3Request, rules: readonly CorsRule[], store: Store): Promise<Answer> {
  if (request.method === 'OPTIONS') return answerPreflight(rules, request.headers);
  if (isFormUpload(request)) return postObject(request, store);
  const permit = createPermit(store, await authenticate(request, store.access, store.region, store.now()));
  const operation = chooseOperation(supportedOperations, request);
  for (const required of requirementsOf(operation, request, store.now())) permit(required);
  try {
    return await operation.run(request, store, permit);
  } catch (error) {
    if (error instanceof S3Error && error.code === 'NoSuchKey') permit(requirementOfMissing(request));
    throw error;
  }
}

/** A form has its authorization in its fields. */
function isFormUpload({ method, bucket, key, headers }: S3Request): boolean {
  const contentType = headers.get('content-type') ?? '';
  return method === 'POST' && bucket !== '' && key === '' && /^multipart\/form-data\b/i.test(contentType);
}

function refuse(stream: IncomingMessage, requestId: string, error: unknown): Answer {
  const isClientGone = stream.destroyed && !stream.complete;
  const refusal =
    error instanceof S3Error ? error : new S3Error('InternalError', 'We encountered an internal error.');
  if (refusal.status >= 500 && !isClientGone) {
    console.error(`S3: ${describe(stream)}: ${refusal.message}`, refusal === error ? '' : error);
  }
  const body = element('Error', [
    element('Code', refusal.code),
    element('Message', refusal.message),
    element('RequestId', requestId),
  ]);
  return { status: refusal.status, headers: refusal.headers, body };
}

function describe({ method, url }: IncomingMessage): string {
  return `${method ?? ''} ${url?.split('?X-Amz')[0] ?? ''}`;
}
