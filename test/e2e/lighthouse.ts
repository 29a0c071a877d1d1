import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium } from 'playwright-core';
import type { DemoCabinet } from './cabinet.ts';
import { describeLaunch } from './launch.ts';
import { signIn } from './sign-in.ts';
import { describeContext } from './viewer.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
type Category = (typeof CATEGORIES)[number];

/** What Lighthouse thinks of a page. */
interface Verdict {
  /** From 0 to 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** Cumulative layout shift: how far things jump while the page loads; up to 0.1 is good. */
  readonly layoutShift: number;
  /** What takes something off accessibility or best practices, a line each. */
  readonly faults: readonly string[];
}

export interface Auditor {
  /** Audits a page as on a desktop computer (Lighthouse's desktop preset). */
  audit(address: string): Promise<Verdict>;
  close(): Promise<void>;
}

/** Opens a separate browser for Lighthouse, which drives it by a port, and signs a user in there. */
export async function openAuditor(
  executablePath: string,
  cabinet: DemoCabinet,
  login: string,
): Promise<Auditor> {
  const profile = mkdtempSync(join(tmpdir(), 'cabinet-lighthouse-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...describeLaunch(executablePath, '--remote-debugging-port=0'),
    ...describeContext(cabinet.origin, {}),
  });
  const close = async (): Promise<void> => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    await signIn(context.pages()[0] ?? (await context.newPage()), login);
    // Chromium's note of the port that it chose.
    const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
    return { audit: (address) => audit(cabinet.origin + address, Number(port)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Lighthouse cannot judge a page that a busy machine loads too slowly, and asks for another run. It is logged. */
const MAX_ATTEMPTS = 3;

async function audit(url: string, port: number, attempt = 1): Promise<Verdict> {
  const result = await lighthouse(
    url,
    // The tokens are in the local storage, which Lighthouse would empty.
    {
      port,
      disableStorageReset: true,
      disableFullPageScreenshot: true,
      logLevel: 'error',
      onlyCategories: [...CATEGORIES],
    },
    desktopConfig,
  );
  if (!result) throw new Error(`Lighthouse returned no result for ${url}`);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError) {
    const problem = `Lighthouse on ${url}, attempt ${attempt} of ${MAX_ATTEMPTS}: ${runtimeError.message}`;
    if (attempt === MAX_ATTEMPTS) throw new Error(problem);
    console.warn(problem);
    return audit(url, port, attempt + 1);
  }
  const scoreOf = (category: Category): number => Math.round((categories[category]?.score ?? 0) * 100);
  const faults = (['accessibility', 'best-practices'] as const).flatMap((category) =>
    (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const { score, title, details } = audits[id] ?? {};
      return weight > 0 && typeof score === 'number' && score < 1
        ? [`${category}: ${title}: ${JSON.stringify(details).slice(0, 1000)}`]
        : [];
    }),
  );
  return {
    scores: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
    },
    layoutShift: audits['cumulative-layout-shift']?.numericValue ?? Infinity,
    faults,
  };
}
