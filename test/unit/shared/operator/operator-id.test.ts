import { describe, expect, it } from 'vitest';
import { proposeOperatorIds } from '../../../../shared/operator/operator-id.ts';
import { operatorIdSchema } from '../../../../shared/auth/membership.ts';

describe('the id that is proposed for a new operator', () => {
  it.each([
    ['ООО «Байкалсвязь»', 'baikalsviaz'],
    ['ПАО "Дальсвязь-Плюс"', 'dalsviazplius'],
    ['Общество с ограниченной ответственностью «Ёлка 24»', 'elka24'],
    ['ИП Кавказов Р. М.', 'kavkazovrm'],
    ['АОНет', 'aonet'],
  ])('is the transliterated name of %s without its legal form', (name, expected) => {
    expect(proposeOperatorIds(name, '3800000037')[0]).toBe(expected);
  });

  it.each(['ООО «»', '中国电信', 'Очень-очень длинное название оператора связи', '!'])(
    'is an id whatever the name is: %s',
    (name) => {
      for (const taxpayerNumber of ['3800000037', '260000000822'])
        for (const id of proposeOperatorIds(name, taxpayerNumber))
          expect([id, operatorIdSchema.safeParse(id).success]).toEqual([id, true]);
    },
  );

  it('has a unique alternative', () => {
    expect(proposeOperatorIds('АО «Связь»', '5400000043')[1]).toBe('sviaz5400000043');
  });
});
