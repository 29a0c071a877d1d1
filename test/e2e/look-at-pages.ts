import { expect } from 'vitest';
import { checkAccessibility } from './accessibility.ts';
import { type CabinetPage, visit } from './addresses.ts';
import { test } from './page.ts';
import { atWidth } from './viewer.ts';

/** What of the page sticks out of the screen, in CSS pixels. */
const OVERHANG = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** Tests of what each page looks like after loading. Several files call it, since a worker takes a file at a time. */
export function lookAtPages(pages: readonly CabinetPage[]): void {
  test.for(pages)(
    'the page $name is accessible, on a desktop and on a phone, and fits there',
    async (cabinetPage, { open }) => {
      const { as } = cabinetPage;
      const page = await open('about:blank', { ...(as !== undefined && { as }), isOnlooker: true });
      await visit(page, cabinetPage);
      await checkAccessibility(page);
      await atWidth(page, 390);
      // The colours are those of the desktop.
      await checkAccessibility(page, ['light']);
      expect(await page.evaluate<number>(OVERHANG)).toBeLessThanOrEqual(0);
    },
  );
}
