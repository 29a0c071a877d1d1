import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  isCompanyRegistrationNumber,
  isProprietorRegistrationNumber,
} from '../../../../shared/requisites/registration-number.ts';
import { isRegistrationReasonCode } from '../../../../shared/requisites/registration-reason-code.ts';
import {
  checkRequisites,
  registrationNumberSchema,
  registrationReasonCodeSchema,
  taxpayerNumberSchema,
} from '../../../../shared/requisites/requisites-schema.ts';
import {
  isCompanyTaxpayerNumber,
  isPersonTaxpayerNumber,
} from '../../../../shared/requisites/taxpayer-number.ts';

/** Numbers from public registers, and one of a person with valid check digits. */
const known = [
  { name: 'the ИНН of a company', holds: isCompanyTaxpayerNumber, number: '7707083893' },
  { name: 'the ИНН of another company', holds: isCompanyTaxpayerNumber, number: '7707049388' },
  { name: 'the ИНН of a person', holds: isPersonTaxpayerNumber, number: '500100732259' },
  { name: 'an ОГРН', holds: isCompanyRegistrationNumber, number: '1027700132195' },
  { name: 'another ОГРН', holds: isCompanyRegistrationNumber, number: '1027700198767' },
  { name: 'an ОГРНИП', holds: isProprietorRegistrationNumber, number: '304500116000157' },
];

describe.each(known)('$name', ({ holds, number }) => {
  it('is recognised', () => {
    expect(holds(number)).toBe(true);
  });

  it('is not recognised with any one digit changed', () => {
    const changed = Array.from(number).flatMap((digit, place) =>
      Array.from('0123456789')
        .filter((other) => other !== digit)
        .map((other) => `${number.slice(0, place)}${other}${number.slice(place + 1)}`),
    );
    // One digit in eleven, or thirteen, is not detected: a remainder of 10 is written as 0.
    const passed = changed.filter((text) => holds(text));
    expect(passed.length).toBeLessThan(changed.length / 20);
  });

  it.each(['', 'a', ' ', '0', '\n'])('is not recognised with %j behind it', (more) => {
    expect(holds(`${number}${more}`)).toBe(more === '');
  });
});

it.each(['770701001', '7707AB001', '997950001'])('%s is a КПП', (text) => {
  expect(isRegistrationReasonCode(text)).toBe(true);
});

it.each(['', '77070100', '7707010011', '7707ab001', '0000AB001', '77-7AB001', '770701001\n'])(
  '%j is no КПП',
  (text) => {
    expect(isRegistrationReasonCode(text)).toBe(false);
  },
);

describe('requisites together', () => {
  const schema = z
    .strictObject({
      taxpayerNumber: taxpayerNumberSchema,
      registrationReasonCode: registrationReasonCodeSchema.optional(),
      registrationNumber: registrationNumberSchema,
    })
    .superRefine(checkRequisites);
  const wrongPlaces = (requisites: object) =>
    schema.safeParse(requisites).error?.issues.map(({ path }) => path.join('/')) ?? [];

  it('of a company need a КПП, of a sole proprietor have none', () => {
    const company = { taxpayerNumber: '7707083893', registrationNumber: '1027700132195' };
    const proprietor = { taxpayerNumber: '500100732259', registrationNumber: '304500116000157' };
    const registrationReasonCode = '770701001';
    expect(wrongPlaces({ ...company, registrationReasonCode })).toEqual([]);
    expect(wrongPlaces(company)).toEqual(['registrationReasonCode']);
    expect(wrongPlaces(proprietor)).toEqual([]);
    expect(wrongPlaces({ ...proprietor, registrationReasonCode })).toEqual(['registrationReasonCode']);
  });

  it('are of one kind', () => {
    expect(
      wrongPlaces({
        taxpayerNumber: '7707083893',
        registrationReasonCode: '770701001',
        registrationNumber: '304500116000157',
      }),
    ).toEqual(['registrationNumber']);
  });
});
