import { expect, test } from 'vitest';
import { managersAmong } from '../../../../../web/src/features/operators/managers-among.ts';

type People = Parameters<typeof managersAmong>[0];

const person = (id: string, name: string, change: Partial<People[number]> = {}): People[number] => ({
  '@type': 'CabinetCarrierPerson',
  id,
  name,
  email: `${id}@carrier.example`,
  role: 'manager',
  enabled: true,
  ...change,
});
const vera = person('1', 'Вера Кузнецова');
const anna = person('2', 'Анна Воронцова');

test('an operator can be given to managers who can sign in, by name', () => {
  const support = person('3', 'Павел Гусев', { role: 'support' });
  const disabled = person('4', 'Борис Лыков', { enabled: false });
  expect(managersAmong([vera, support, disabled, anna])).toEqual([anna, vera]);
});

test('a manager with another role, or whom two pages name, is there once, and namesakes are two', () => {
  const namesake = person('5', vera.name);
  const alsoAdministrator = { ...vera, role: 'carrier-administrator' as const };
  expect(managersAmong([vera, namesake, alsoAdministrator, vera])).toEqual([vera, namesake]);
});
