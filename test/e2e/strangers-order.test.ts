import { expect } from 'vitest';
import { severtelecom, volgaline } from '../../infra/demo/people.ts';
import { api } from './network.ts';
import { provokeFailures, test } from './page.ts';
import { settle } from './viewer.ts';
import { ru } from './words.ts';

const stranger = `technical@${volgaline.domain}`;

test.for([
  { what: 'order', list: '/orders', link: 'main a[href^="/orders/"]:not([href^="/orders/new"])' },
  { what: 'service', list: '/services', link: 'main a[href^="/services/"]' },
])('the $what of another operator looks like one that does not exist', async ({ list, link }, { open }) => {
  const owner = await open(list, { as: `technical@${severtelecom.domain}` });
  const address = (await owner.locator(link).first().getAttribute('href')) ?? '';
  expect(address).toContain(`/${severtelecom.id}-`);

  const page = await open('about:blank', { as: stranger });
  provokeFailures(page, api);
  const show = async (path: string): Promise<string> => {
    await page.goto(path);
    await page.getByRole('heading', { name: ru.kit.feedback.notFoundTitle }).waitFor();
    await settle(page);
    // Everything, the header and the menu included: nothing may tell the two apart.
    return page.locator('body').ariaSnapshot();
  };
  const strange = await show(address);
  expect(await show(address.replace(severtelecom.id, volgaline.id))).toBe(strange);
  expect(await show(`${list}/nonsense`)).toBe(strange);
  expect(strange).not.toContain(severtelecom.name);
});

test('an order that another operator copies, changes or disconnects by its address gives nothing away', async ({
  open,
}) => {
  const owner = await open('/services?status=active', { as: `technical@${severtelecom.domain}` });
  const address = await owner.locator('main a[href^="/services/"]').first().getAttribute('href');
  const id = (address ?? '').replace('/services/', '');
  const page = await open('about:blank', { as: stranger });
  provokeFailures(page, api);
  for (const action of ['modify', 'disconnect']) {
    await page.goto(`/orders/new?${action}=${id}`);
    await page.getByText(ru.newOrder.itemGone).waitFor();
  }
  await page.goto(`/orders/new?copy=${id}`);
  await page.getByRole('heading', { name: ru.kit.feedback.notFoundTitle }).waitFor();
});
