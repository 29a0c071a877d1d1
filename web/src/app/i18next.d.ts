import type { TextsLike } from '../i18n/text-types.ts';
import type * as base from './base-texts.ru.ts';
import type { lazyTexts } from './texts.ts';

type Base = TextsLike<typeof base>;

type Lazy = {
  readonly [Namespace in keyof typeof lazyTexts]: TextsLike<
    Awaited<ReturnType<(typeof lazyTexts)[Namespace]['ru']>>['texts']
  >;
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'kit';
    fallbackNS: (keyof Base)[];
    resources: Base & Lazy;
  }
}
