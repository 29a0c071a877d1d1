import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Enough to go through any page once, from any starting point. */
const maxTabs = 120;

/**
 * What is wrong with where the focus is: nothing where it is out of the page on its way round. It has to be on something
 * that can be seen, on the screen, and that is marked; a control that is drawn by its label is seen by that.
 */
const focusFault = `(() => {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return '';
  const said = focused.outerHTML.slice(0, 200);
  if (!focused.matches(':focus-visible')) return 'not visibly focused: ' + said;
  const drawn = [focused, ...(focused.labels ?? []), focused.nextElementSibling, focused.parentElement].filter(
    (element) => element !== null,
  );
  const isOnScreen = drawn.some((element) => {
    const { width, height, top, bottom } = element.getBoundingClientRect();
    return width > 0 && height > 0 && bottom > 0 && top < innerHeight && element.checkVisibility({ opacityProperty: true });
  });
  if (!isOnScreen) return 'out of sight: ' + said;
  // The border of what one writes into changes its colour, and the caret blinks there.
  if (focused.matches('textarea, input:not([type=radio], [type=checkbox])')) return '';
  const isMarked = drawn.some((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  });
  return isMarked ? '' : 'not marked: ' + said;
})()`;

/** Presses Tab until something has the focus, and looks at where the focus is on the way. @throws when it is never reached */
export async function walkTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < maxTabs; presses += 1) {
    await page.keyboard.press(key);
    // What is being opened is seen a moment later.
    await expect.poll(() => page.evaluate<string>(focusFault), { timeout: 3_000 }).toBe('');
    if (await hasFocus(target)) return;
  }
  throw new Error(`${String(target)} cannot be reached with the keyboard`);
}

/** Goes to something and presses a key there. */
export async function pressAt(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await walkTo(page, target);
  await page.keyboard.press(key);
}

/** Goes to a control and writes into it. */
export async function typeAt(page: Page, target: Locator, text: string): Promise<void> {
  await walkTo(page, target);
  await page.keyboard.type(text);
}

/** Goes to a list and chooses from it with the arrows. */
export async function chooseAt(page: Page, control: Locator, option: string): Promise<void> {
  await walkTo(page, control);
  // A list that opens goes to the current value a timer later; arrows pressed before that are lost.
  await page.evaluate('new Promise((resolve) => setTimeout(resolve))');
  const marked = page.locator('[role=option][data-combobox-selected]').filter({ hasText: option });
  do await page.keyboard.press('ArrowDown');
  while ((await marked.count()) === 0);
  await page.keyboard.press('Enter');
}

/** Waits until something has the focus: a dialog that closes gives it back a moment later. */
export async function expectFocus(target: Locator): Promise<void> {
  await expect.poll(() => hasFocus(target), { message: String(target), timeout: 5_000 }).toBe(true);
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus'));
}
