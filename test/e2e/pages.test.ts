import { expect } from 'vitest';
import { checkAccessibility } from './accessibility.ts';
import { cabinetPages, visit } from './addresses.ts';
import { test } from './page.ts';
import { atWidth } from './viewer.ts';

/** What of the page sticks out of the screen, in CSS pixels. */
const OVERHANG = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

test.for(cabinetPages)(
  'the page $name is accessible, on a desk and on a telephone, and fits there',
  async (cabinetPage, { open }) => {
    const { as } = cabinetPage;
    const page = await open('about:blank', { ...(as !== undefined && { as }), isOnlooker: true });
    await visit(page, cabinetPage);
    await checkAccessibility(page);
    await atWidth(page, 390);
    // The colours are those of the desk.
    await checkAccessibility(page, ['light']);
    expect(await page.evaluate<number>(OVERHANG)).toBeLessThanOrEqual(0);
  },
);
