import type { IncomingMessage, ServerResponse } from 'node:http';
import send from 'send';

/** Sends a file from the first of the directories that has it. Resolves with false when none has. */
export type SendPage = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>;

/** A directory of pages. */
export interface StaticFiles {
  readonly directory: string;
  /** `Cache-Control` of its files. */
  readonly cacheControl: string;
}

/** @param sources in order of precedence */
export function createPages(sources: readonly StaticFiles[]): SendPage {
  return async (request, response, path) => {
    for (const source of sources) if (await sendFrom(source, request, response, path)) return true;
    return false;
  };
}

function sendFrom(
  { directory, cacheControl }: StaticFiles,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<boolean> {
  return new Promise((resolve) => {
    response.once('close', () => {
      resolve(true);
    });
    send(request, path, { root: directory, index: false, dotfiles: 'ignore', cacheControl: false })
      .on('error', () => {
        resolve(false);
      })
      .on('directory', () => {
        resolve(false);
      })
      .on('headers', () => {
        response.setHeader('cache-control', cacheControl);
      })
      .pipe(response);
  });
}
