import type { IncomingMessage, ServerResponse } from 'node:http';
import send from 'send';

/** Sends a file from the first of the directories that has it. Resolves with false when none has. */
export type SendPage = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>;

/** @param directories in order of precedence */
export function createPages(directories: readonly string[]): SendPage {
  return async (request, response, path) => {
    for (const root of directories) if (await sendFrom(root, request, response, path)) return true;
    return false;
  };
}

function sendFrom(
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<boolean> {
  return new Promise((resolve) => {
    response.once('close', () => {
      resolve(true);
    });
    send(request, path, { root, index: false, dotfiles: 'ignore', cacheControl: false })
      .on('error', () => {
        resolve(false);
      })
      .on('directory', () => {
        resolve(false);
      })
      .on('headers', () => {
        // Pages change during development; the browser revalidates every time.
        response.setHeader('cache-control', 'no-cache');
      })
      .pipe(response);
  });
}
