import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closeServer, listenLocally } from '../endpoint/local-server.ts';
import { showEvent } from './event.ts';
import { html, page, type Html } from './html.ts';
import { showItems } from './items.ts';
import { showMail } from './mail.ts';
import { showObjects } from './objects.ts';
import { showOverview } from './overview.ts';
import { showQueue } from './queue.ts';
import type { Sources } from './sources.ts';

/** The `/_local` page: the content of queues, tables and buckets, and the mails that were sent. Read-only. */
export interface Console {
  readonly url: string;
  close(): Promise<void>;
}

const responseHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};

/**
 * Opens the console on a separate port: on the application's origin, a page with the content of mails and items could
 * reach the tokens of a signed-in user.
 */
export async function openConsole(port: number, sources: Sources): Promise<Console> {
  const server = createServer((request, response) => {
    void answer(sources, request, response);
  });
  const origin = await listenLocally(server, port);
  return { url: `${origin}/_local`, close: () => closeServer(server) };
}

async function answer(sources: Sources, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const shown = isFromHere(request) ? await show(sources, request.url ?? '/') : undefined;
    response.writeHead(shown ? 200 : 404, responseHeaders);
    response.end((shown ?? page('Not found', html`<p>There is nothing here (any more).</p>`)).text);
  } catch (error) {
    response.writeHead(500, responseHeaders);
    response.end(page('This cannot be shown', html`<p>${String(error)}</p>`).text);
  }
}

/** Protects against DNS rebinding: another host name that resolves to 127.0.0.1 must not read the console. */
function isFromHere({ headers }: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '');
}

async function show(sources: Sources, target: string): Promise<Html | undefined> {
  const { pathname, searchParams } = new URL(target, 'http://127.0.0.1');
  const [root, kind, name, ...rest] = pathname.split('/').slice(1).map(decodeURIComponent);
  if ((root !== '_local' && pathname !== '/') || rest.length > 0) return undefined;
  if (kind === undefined || name === undefined) return showOverview(sources);
  switch (kind) {
    case 'queues':
      return showQueue(sources, name);
    case 'events':
      return showEvent(sources, name);
    case 'mails':
      return showMail(sources, name);
    case 'tables':
      return showItems(sources, name, searchParams.get('start'));
    case 'buckets':
      return showObjects(sources, name, searchParams.get('start'));
    default:
      return undefined;
  }
}
