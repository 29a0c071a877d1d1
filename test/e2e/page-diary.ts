import { setTimeout } from 'node:timers/promises';
import type { BrowserContext, Page, Request } from 'playwright-core';

/** Recent events of a page, for the report of a failed test. */
export interface PageDiary {
  /** The last clicks and keys as the page received them, and the requests without an answer, a line each. */
  describe(): Promise<string>;

  /** Number of requests without an answer. */
  countPending(): number;
}

// A text, since the compiler does not know the browser's types here.
const RECORD_EVENTS = `
  globalThis.recentEvents = [];
  for (const type of ['pointerdown', 'click', 'keydown'])
    addEventListener(type, ({ target }) => {
      const name = (target.tagName ?? '') + ' ' + (target.textContent ?? '').slice(0, 40);
      recentEvents.push(Math.round(performance.now()) + ' ms: ' + type + ' ' + name);
      if (recentEvents.length > 20) recentEvents.shift();
    }, { capture: true });
`;

/** Makes the pages of a context record their events. */
export function recordEvents(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(RECORD_EVENTS);
}

/** Keeps the requests of a page that have no answer yet. */
export function openDiary(page: Page): PageDiary {
  const pending = new Map<Request, number>();
  page.on('request', (request) => pending.set(request, Date.now()));
  page.on('requestfinished', (request) => pending.delete(request));
  page.on('requestfailed', (request) => pending.delete(request));
  return {
    countPending: () => pending.size,
    describe: async () => {
      const reading = page.evaluate<string>(
        "recentEvents.concat(Math.round(performance.now()) + ' ms: now').join('\\n')",
      );
      // A page that is stuck does not answer, a closed or crashed one rejects: the report says so of both.
      const events = await Promise.race([reading, setTimeout(2_000)]).catch(() => undefined);
      const requests = [...pending].map(
        ([request, since]) =>
          `${request.method()} ${request.url()} without an answer for ${Date.now() - since} ms`,
      );
      return [events ?? 'no answer about its events', ...requests].join('\n');
    },
  };
}
