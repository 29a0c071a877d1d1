import type { Page } from 'playwright-core';
import { expect, test as base } from 'vitest';
import { watchConsole, type ConsoleWatch } from './console-watch.ts';
import { launch } from './launch.ts';
import { readSession, type Session } from './session.ts';
import { signIn } from './sign-in.ts';
import { readStage } from './stage.ts';
import { describeContext, type Viewer } from './viewer.ts';

/** Who looks at a page, and through what. */
interface SignedInViewer extends Viewer {
  /** Login of somebody with the demo's password; nobody is signed in by default. */
  readonly as?: string;
}

type Open = (address: string, viewer?: SignedInViewer) => Promise<Page>;

/** Machines that build and test at the same time are slow. */
const MILLISECONDS_OF_PATIENCE = 20_000;

const watches = new WeakMap<Page, ConsoleWatch>();

/**
 * A test in a real browser. `open` opens the cabinet at an address in a browser context of its own; when the test is
 * over, no page may have complained.
 */
export const test = base
  .extend('cabinet', { scope: 'worker' }, () => readStage().cabinet)
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await launch(readStage().chromium);
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('sessions', { scope: 'file' }, () => new Map<string, Session>())
  .extend('open', ({ browser, cabinet, sessions }, { onCleanup }) => {
    const pages: Page[] = [];
    onCleanup(async () => {
      await Promise.all(pages.map((page) => page.context().close()));
      expect(pages.flatMap((page) => watches.get(page)?.complaints() ?? [])).toEqual([]);
    });
    const openAs = async (viewer: Viewer, session?: Session): Promise<Page> => {
      const context = await browser.newContext({
        ...describeContext(cabinet.origin, viewer),
        ...(session && { storageState: session }),
      });
      context.setDefaultTimeout(MILLISECONDS_OF_PATIENCE);
      const page = await context.newPage();
      pages.push(page);
      watches.set(page, watchConsole(page));
      return page;
    };
    /** Signs in once a file; the browser that did so is left alone, so that every page begins with an empty one. */
    const sessionOf = async (login: string): Promise<Session> => {
      const known = sessions.get(login);
      if (known) return known;
      const page = await openAs({});
      await signIn(page, login);
      const session = await readSession(page.context());
      await page.context().close();
      sessions.set(login, session);
      return session;
    };
    const open: Open = async (address, { as, ...viewer } = {}) => {
      const page = await openAs(viewer, as === undefined ? undefined : await sessionOf(as));
      await page.goto(address);
      return page;
    };
    return open;
  });

/** Says that requests to addresses like this fail because the test provokes it; their lines in the console are forgiven. */
export function provokeFailures(page: Page, address: RegExp): void {
  watches.get(page)?.permitFailures(address);
}
