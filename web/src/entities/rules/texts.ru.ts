/** Texts in Russian: the rules of the service. */
export const texts = {
  version: 'Версия {{version}}, действует с {{date}}',
  print: 'Распечатать',
  notInForce: 'Эта версия сейчас не действует',
  toInForce: 'Открыть действующую',
  others: 'Другие версии',
} as const;
