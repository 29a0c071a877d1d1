import { expect, test } from 'vitest';
import { findOperators, taxpayerNumberOf } from '../../../../../web/src/entities/operator/find-operators.ts';

const operator = (name: string, taxpayerNumber?: string) => ({
  id: name,
  name,
  organizationIdentification: taxpayerNumber === undefined ? [] : [{ identificationId: taxpayerNumber }],
});
const volga = operator('ООО «Волгалайн»', '6316000017');
const sever = operator('АО «Северсвязь»', '7800000010');
const alfa = operator('ПАО «Альфа»');

test('operators are sorted by their names, not by their legal forms', () => {
  expect(findOperators([volga, sever, alfa], '')).toEqual([alfa, volga, sever]);
});

test('an operator is found by a part of its name in any case, and by the beginning of its ИНН', () => {
  expect(findOperators([volga, sever, alfa], ' ЛАЙН ')).toEqual([volga]);
  expect(findOperators([volga, sever, alfa], '780')).toEqual([sever]);
  expect(findOperators([volga, sever, alfa], '0010')).toEqual([]);
});

test('an operator without ИНН has none', () => {
  expect(taxpayerNumberOf(sever)).toBe('7800000010');
  expect(taxpayerNumberOf(alfa)).toBeUndefined();
});
