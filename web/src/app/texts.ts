import type { TextSources } from '../i18n/text-types.ts';

/** Texts that are loaded with their pages, by namespace. */
export const lazyTexts = {
  accessBlock: {
    ru: () => import('../features/access-block/texts.ru.ts'),
    en: () => import('../features/access-block/texts.en.ts'),
  },
  account: {
    ru: () => import('../features/account/texts.ru.ts'),
    en: () => import('../features/account/texts.en.ts'),
  },
  activity: {
    ru: () => import('../features/activity/texts.ru.ts'),
    en: () => import('../features/activity/texts.en.ts'),
  },
  applicationForm: {
    ru: () => import('../entities/application-form/texts.ru.ts'),
    en: () => import('../entities/application-form/texts.en.ts'),
  },
  apply: {
    ru: () => import('../features/apply/texts.ru.ts'),
    en: () => import('../features/apply/texts.en.ts'),
  },
  catalog: {
    ru: () => import('../features/catalog/texts.ru.ts'),
    en: () => import('../features/catalog/texts.en.ts'),
  },
  catalogEditor: {
    ru: () => import('../features/catalog-editor/texts.ru.ts'),
    en: () => import('../features/catalog-editor/texts.en.ts'),
  },
  credentials: {
    ru: () => import('../entities/credentials/texts.ru.ts'),
    en: () => import('../entities/credentials/texts.en.ts'),
  },
  home: {
    ru: () => import('../features/home/texts.ru.ts'),
    en: () => import('../features/home/texts.en.ts'),
  },
  newOrder: {
    ru: () => import('../features/orders/new/texts.ru.ts'),
    en: () => import('../features/orders/new/texts.en.ts'),
  },
  noAccess: {
    ru: () => import('../features/no-access/texts.ru.ts'),
    en: () => import('../features/no-access/texts.en.ts'),
  },
  notices: {
    ru: () => import('../features/notices/texts.ru.ts'),
    en: () => import('../features/notices/texts.en.ts'),
  },
  operators: {
    ru: () => import('../features/operators/texts.ru.ts'),
    en: () => import('../features/operators/texts.en.ts'),
  },
  orders: {
    ru: () => import('../features/orders/texts.ru.ts'),
    en: () => import('../features/orders/texts.en.ts'),
  },
  people: {
    ru: () => import('../features/people/texts.ru.ts'),
    en: () => import('../features/people/texts.en.ts'),
  },
  portfolio: {
    ru: () => import('../features/portfolio/texts.ru.ts'),
    en: () => import('../features/portfolio/texts.en.ts'),
  },
  requisites: {
    ru: () => import('../entities/requisites/texts.ru.ts'),
    en: () => import('../entities/requisites/texts.en.ts'),
  },
  review: {
    ru: () => import('../features/review/texts.ru.ts'),
    en: () => import('../features/review/texts.en.ts'),
  },
  rules: {
    ru: () => import('../entities/rules/texts.ru.ts'),
    en: () => import('../entities/rules/texts.en.ts'),
  },
  search: {
    ru: () => import('../features/search/texts.ru.ts'),
    en: () => import('../features/search/texts.en.ts'),
  },
  services: {
    ru: () => import('../features/services/texts.ru.ts'),
    en: () => import('../features/services/texts.en.ts'),
  },
  signIn: {
    ru: () => import('../features/sign-in/texts.ru.ts'),
    en: () => import('../features/sign-in/texts.en.ts'),
  },
} as const satisfies TextSources['lazy'];

/** All texts of the pages: what every page may say is one file for each language. */
export const textSources: TextSources = {
  base: { ru: () => import('./base-texts.ru.ts'), en: () => import('./base-texts.en.ts') },
  lazy: lazyTexts,
};
