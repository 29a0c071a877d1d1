import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

const requestStarts = 'http.client.request.start';

/**
 * Names the calls to AWS that this process makes while `act` runs, in their order: `GetItem`, `TransactWriteItems`,
 * `S3 POST ?delete`.
 * What the SDK sends through Node's HTTP client is counted, so that a retry counts as the call that it is.
 */
export async function recordCalls<T>(
  act: () => Promise<T>,
): Promise<{ readonly calls: readonly string[]; readonly result: T }> {
  const calls: string[] = [];
  const note = (message: unknown) => {
    const { request } = message as { readonly request: ClientRequest };
    // The local services call each other in the same process.
    if (request.hasHeader('amz-sdk-request')) calls.push(nameOf(request));
  };
  subscribe(requestStarts, note);
  try {
    return { result: await act(), calls };
  } finally {
    unsubscribe(requestStarts, note);
  }
}

/** The operation, where a header has it; S3 has no such header: method and subresource tell its operations apart. */
function nameOf(request: ClientRequest): string {
  const target = request.getHeader('x-amz-target');
  if (target !== undefined) return String(target).replace(/^.*\./, '');
  const [subresource] = new URL(request.path, 'http://s3').searchParams.keys();
  return ['S3', request.method, ...(subresource === undefined ? [] : [`?${subresource}`])].join(' ');
}
