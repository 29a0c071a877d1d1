import type { BrowserContext, Page } from 'playwright-core';
import { expect, test as base } from 'vitest';
import { watchConsole, type ConsoleWatch } from './console-watch.ts';
import { launch } from './launch.ts';
import { openDiary, type PageDiary, recordEvents } from './page-diary.ts';
import { createSession, type Session } from './session.ts';
import { readStage } from './stage.ts';
import { describeContext, type Viewer } from './viewer.ts';

/** Who looks at a page, and through what. */
interface SignedInViewer extends Viewer {
  /** Login of a user with the demo's password; not signed in by default. */
  readonly as?: string;
  /** Whether a browser context is shared with the others of the file that say so: for tests that only look, and faster. */
  readonly isOnlooker?: true;
}

type Open = (address: string, viewer?: SignedInViewer) => Promise<Page>;

/** Long, since machines that build and test at the same time are slow. */
const ACTION_TIMEOUT_MILLISECONDS = 20_000;

const watches = new WeakMap<Page, ConsoleWatch>();
const diaries = new WeakMap<Page, PageDiary>();

/**
 * A test in a real browser. `open` opens the cabinet at an address in a browser context of its own; when the test is
 * over, no page may have complained.
 */
export const test = base
  .extend('cabinet', { scope: 'worker' }, () => readStage().cabinet)
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const browser = await launch(readStage().chromium);
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('sessionOf', { scope: 'file' }, ({ cabinet }) => {
    const sessions = new Map<string, Promise<Session>>();
    let latest: Promise<unknown> = Promise.resolve();
    /** Signs a user in once a file, one user after the other. */
    return (login: string): Promise<Session> => {
      const session = sessions.get(login) ?? latest.then(() => createSession(cabinet, login));
      sessions.set(login, session);
      // A failure is the caller's; the next user is signed in all the same.
      latest = session.catch(() => undefined);
      return session;
    };
  })
  .extend('contexts', { scope: 'file' }, ({}, { onCleanup }) => {
    const contexts = new Map<string, BrowserContext>();
    onCleanup(async () => {
      await Promise.all([...contexts.values()].map((context) => context.close()));
    });
    return contexts;
  })
  .extend('open', ({ browser, cabinet, sessionOf, contexts, task }, { onCleanup }) => {
    const pages: Page[] = [];
    const own: BrowserContext[] = [];
    onCleanup(async () => {
      if (task.result?.state === 'fail') for (const page of pages) console.error(await describePage(page));
      await Promise.all(pages.map((page) => page.close()));
      await Promise.all(own.map((context) => context.close()));
      expect(pages.flatMap((page) => watches.get(page)?.complaints() ?? [])).toEqual([]);
    });
    const createContext = async (viewer: Viewer, session?: Session): Promise<BrowserContext> => {
      const context = await browser.newContext({
        ...describeContext(cabinet.origin, viewer),
        ...(session && { storageState: session }),
      });
      context.setDefaultTimeout(ACTION_TIMEOUT_MILLISECONDS);
      await recordEvents(context);
      return context;
    };
    const openIn = async (context: BrowserContext): Promise<Page> => {
      const page = await context.newPage();
      pages.push(page);
      watches.set(page, watchConsole(page));
      diaries.set(page, openDiary(page));
      return page;
    };
    const contextOf = async ({ as, isOnlooker, ...viewer }: SignedInViewer): Promise<BrowserContext> => {
      const key = JSON.stringify({ as, ...viewer });
      const shared = isOnlooker && contexts.get(key);
      if (shared) return shared;
      const context = await createContext(viewer, as === undefined ? undefined : await sessionOf(as));
      if (isOnlooker) contexts.set(key, context);
      else own.push(context);
      return context;
    };
    const open: Open = async (address, viewer = {}) => {
      const page = await openIn(await contextOf(viewer));
      await page.goto(address);
      return page;
    };
    return open;
  });

/** Says that requests to addresses like this fail because the test provokes it; their lines in the console are forgiven. */
export function provokeFailures(page: Page, address: RegExp): void {
  watches.get(page)?.permitFailures(address);
}

/** Waits until every request of a page has its answer: what arrives late pushes down what is below it. */
export async function waitForAnswers(page: Page): Promise<void> {
  await expect
    .poll(() => diaries.get(page)?.countPending(), { timeout: ACTION_TIMEOUT_MILLISECONDS })
    .toBe(0);
}

/** What a page shows when a test fails: a failure that happens once in many runs has to explain itself. */
async function describePage(page: Page): Promise<string> {
  if (page.isClosed()) return 'a page that is closed';
  const text = await page
    .locator('body')
    .innerText({ timeout: 2_000 })
    .catch(() => 'no text within 2 s');
  const events = await diaries.get(page)?.describe();
  return [page.url(), text, events, ...(watches.get(page)?.complaints() ?? [])].join('\n');
}
