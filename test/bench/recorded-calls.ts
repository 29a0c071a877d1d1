import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

const requestStarts = 'http.client.request.start';

/**
 * Names the calls to AWS that this process makes while `act` runs, in their order: `GetItem`, `TransactWriteItems`.
 * What leaves through Node's HTTP client is counted, so that a retry counts as the call that it is.
 */
export async function recordCalls<T>(
  act: () => Promise<T>,
): Promise<{ readonly calls: readonly string[]; readonly result: T }> {
  const calls: string[] = [];
  const note = (message: unknown) => {
    const target = (message as { readonly request: ClientRequest }).request.getHeader('x-amz-target');
    calls.push(String(target).replace(/^.*\./, ''));
  };
  subscribe(requestStarts, note);
  try {
    return { result: await act(), calls };
  } finally {
    unsubscribe(requestStarts, note);
  }
}
