import type { AxeResults, RunOnly, RunOptions } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { schemes as bothSchemes, type Scheme } from './viewer.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Success criteria of WCAG 2.2, levels A and AA, as axe tags its rules. */
const allRules: string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The rules of those that judge colours: in another scheme nothing else is different. */
const colorRules: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** Expects axe to find nothing against WCAG 2.2 A and AA on the page as it is, in the light scheme and in the dark. */
export async function checkAccessibility(
  page: Page,
  schemes: readonly Scheme[] = bothSchemes,
): Promise<void> {
  const violations: string[] = [];
  for (const [index, scheme] of schemes.entries()) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor({ state: 'attached' });
    const found = await findViolations(page, index === 0 ? allRules : colorRules);
    violations.push(...found.map((violation) => `${scheme}: ${violation}`));
  }
  expect(violations, page.url()).toEqual([]);
}

/** What axe has against the page, a line for each reason: rule, places, reason. */
async function findViolations(page: Page, runOnly: RunOnly | string[]): Promise<string[]> {
  await stillness(page);
  // Evaluated by the debugger, which the content security policy does not bind.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axeSource);
  const options: RunOptions = { runOnly, resultTypes: ['violations'] };
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return violations.flatMap(({ id, nodes }) => {
    const places = new Map<string, string[]>();
    for (const { target, failureSummary = '' } of nodes) {
      const reason = failureSummary.replaceAll(/\s+/g, ' ');
      places.set(reason, [...(places.get(reason) ?? []), String(target)]);
    }
    return [...places].map(([reason, targets]) => `${id}: ${targets.join(' | ')}: ${reason}`);
  });
}

/** Waits for animations that end: a colour is judged where it stays. */
async function stillness(page: Page): Promise<void> {
  await page.evaluate(`
    Promise.allSettled(
      document.getAnimations()
        .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished),
    ).then(() => undefined)
  `);
}
