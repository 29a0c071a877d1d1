/** Texts in Russian: the rules of the service. */
export const texts = {
  version: 'Версия {{version}}, действует с {{date}}',
  print: 'Распечатать',
  notInForce: 'Эта версия не действует',
  toInForce: 'Открыть действующую версию',
  others: 'Другие версии',
} as const;
