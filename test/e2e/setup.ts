import type { TestProject } from 'vitest/node';
import { openDemoCabinet, type DemoCabinet } from './cabinet.ts';
import { findChromium } from './chromium.ts';

/** What all browser tests of a run share. */
export interface Stage {
  readonly cabinet: DemoCabinet;
  /** Path of the browser. */
  readonly chromium: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly stage: Stage | { readonly failure: string };
  }
}

/**
 * Before the first test: a browser, and the one cabinet that all browser tests use. Where one of the two is not to be
 * had, only the browser tests fail, with the reason; thrown here it would end the whole run.
 */
export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  try {
    const chromium = await findChromium();
    const { cabinet, close } = await openDemoCabinet();
    project.provide('stage', { cabinet, chromium });
    return close;
  } catch (error) {
    project.provide('stage', { failure: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}
