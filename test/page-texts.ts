import * as baseEnglish from '../web/src/app/base-texts.en.ts';
import * as baseRussian from '../web/src/app/base-texts.ru.ts';
import { lazyTexts } from '../web/src/app/texts.ts';
import type { TextsLike } from '../web/src/i18n/text-types.ts';

type LazyTexts = {
  readonly [Namespace in keyof typeof lazyTexts]: TextsLike<
    Awaited<ReturnType<(typeof lazyTexts)[Namespace]['ru']>>['texts']
  >;
};

/** Every text of the pages, by namespace. */
export type PageTexts = TextsLike<typeof baseRussian> & LazyTexts;

async function gather(language: 'ru' | 'en'): Promise<PageTexts> {
  const lazy = await Promise.all(
    Object.entries(lazyTexts).map(async ([namespace, source]) => [
      namespace,
      (await source[language]()).texts,
    ]),
  );
  const base = language === 'ru' ? baseRussian : baseEnglish;
  return { ...base, ...Object.fromEntries(lazy) } as PageTexts;
}

export const pageTexts = { ru: await gather('ru'), en: await gather('en') };
