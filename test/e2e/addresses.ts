import type { Page } from 'playwright-core';
import {
  carrierAdministratorLogin as carrierAdministrator,
  managerLogin,
  severtelecom,
} from '../../infra/demo/people.ts';
import { settle } from './viewer.ts';

/** A page of the cabinet, and who uses it. */
export interface CabinetPage {
  /** In the name of its pictures. */
  readonly name: string;
  readonly address: string;
  /** Links to follow from there, for what has no address before it exists: CSS selectors. */
  readonly links?: readonly string[];
  /** Login of the viewer; without it the viewer is not signed in. */
  readonly as?: string;
  /** Whether it is one of the main ones, which are looked at in every language and scheme. */
  readonly isMain?: true;
}

const technical = `technical@${severtelecom.domain}`;
const administrator = `administrator@${severtelecom.domain}`;

/** Links to what there are many of; the first one is followed. */
const someOrder = 'main a[href^="/orders/"]:not([href^="/orders/new"])';
const someService = 'main a[href^="/services/"]';
const someOffering = 'main a[href^="/catalog/"]';
const someEntity = 'main a[href^="/manage/catalog/"]';

/** Every page that has an address. */
export const cabinetPages: readonly CabinetPage[] = [
  { name: 'sign-in', address: '/sign-in', isMain: true },
  { name: 'apply', address: '/apply', isMain: true },
  { name: 'apply-company', address: '/apply?step=company' },
  { name: 'apply-people', address: '/apply?step=people' },
  { name: 'apply-package', address: '/apply?step=package' },
  { name: 'apply-sending', address: '/apply?step=sending' },
  { name: 'application-status', address: '/application' },
  { name: 'rules', address: '/rules' },
  { name: 'home', address: '/', as: technical, isMain: true },
  { name: 'orders', address: '/orders', as: technical, isMain: true },
  { name: 'order', address: '/orders', links: [someOrder], as: technical, isMain: true },
  {
    name: 'order-form',
    address: '/catalog',
    links: [someOffering, 'main a[href^="/orders/new"]'],
    as: technical,
    isMain: true,
  },
  { name: 'services', address: '/services', as: technical },
  { name: 'service', address: '/services', links: [someService], as: technical },
  { name: 'catalog', address: '/catalog', as: technical },
  { name: 'offering', address: '/catalog', links: [someOffering], as: technical },
  { name: 'account', address: '/account', as: technical },
  { name: 'not-found', address: '/nowhere', as: technical },
  { name: 'manager-home', address: '/', as: managerLogin },
  { name: 'manager-queue', address: '/orders', as: managerLogin },
  { name: 'manager-order', address: '/orders', links: [someOrder], as: managerLogin },
  { name: 'manager-portfolio', address: '/portfolio', as: managerLogin },
  { name: 'manager-services', address: '/services', as: managerLogin },
  { name: 'applications', address: '/applications', as: managerLogin },
  { name: 'applications-decided', address: '/applications?tab=decided', as: managerLogin },
  { name: 'application-on-paper', address: '/applications/new', as: managerLogin },
  {
    name: 'manager-application',
    address: '/applications',
    links: ['main a[href^="/applications/"]:not([href="/applications/new"])'],
    as: managerLogin,
  },
  { name: 'people', address: '/people', as: administrator },
  { name: 'activity', address: '/activity', as: administrator },
  { name: 'manage-catalog', address: '/manage/catalog', as: carrierAdministrator },
  { name: 'operators', address: '/operators', as: carrierAdministrator },
  { name: 'operator-new', address: '/operators/new', as: carrierAdministrator },
  { name: 'operator', address: `/operators/${severtelecom.id}`, as: carrierAdministrator },
  { name: 'notices', address: '/notices', as: carrierAdministrator },
  { name: 'scan-access', address: '/scan-access', as: carrierAdministrator },
  { name: 'manage-entity', address: '/manage/catalog', links: [someEntity], as: carrierAdministrator },
];

/** Whether a page is used by the carrier's people. */
export function isOfCarrier({ as }: CabinetPage): boolean {
  return as === managerLogin || as === carrierAdministrator;
}

/** Goes to a page, by its links where it has no fixed address, and waits until it is all there. */
export async function visit(page: Page, { address, links = [] }: CabinetPage): Promise<void> {
  await page.goto(address);
  for (const link of links) {
    await page.locator(link).first().click();
    await page.waitForURL((url) => url.pathname !== address);
  }
  // The heading of the page before may still be there: a page that was reached by a link puts the focus on its own.
  if (links.length > 0) await page.locator('main h1:focus').waitFor();
  await settle(page);
}
