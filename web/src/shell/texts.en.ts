import type { TextsLike } from '../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the frame around the pages. */
export const texts: TextsLike<typeof russian> = {
  nav: {
    skip: 'Skip to content',
    label: 'Sections',
    home: 'Home',
    orders: 'Orders',
    queue: 'Work queue',
    services: 'Services',
    catalog: 'Service catalogue',
    portfolio: 'Operators',
    applications: 'Access applications',
    people: 'Employees',
    activity: 'Activity log',
    operators: 'Operators',
    notices: 'Notices',
    scanAccess: 'Scan access log',
    manageCatalog: 'Catalogue editor',
    account: 'Account',
    open: 'Open menu',
    search: 'Search',
    language: 'Language',
    scheme: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    auto: 'System',
    carrier: 'Carrier',
    userMenu: 'Account: {{who}}',
    signOut: 'Sign out',
    signOutEverywhere: 'Sign out on all devices',
  },
  public: {
    label: 'Public pages',
    signIn: 'Sign in',
    apply: 'Get access',
    application: 'Application status',
    rules: 'Rules of the service',
  },
  suspended: {
    title: 'Service is suspended',
    text: 'You cannot order, change or disconnect services at present. Everything can be viewed and downloaded, and you can object in a note to an order. To have the service resumed, contact your account manager.',
    noOrders: 'No orders are accepted while service is suspended.',
  },
};
