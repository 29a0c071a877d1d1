import * as z from 'zod';
import type { Text } from '../text.ts';
import { isCompanyRegistrationNumber, isRegistrationNumber } from './registration-number.ts';
import { isRegistrationReasonCode } from './registration-reason-code.ts';
import { isCompanyTaxpayerNumber, isTaxpayerNumber } from './taxpayer-number.ts';

const texts = {
  taxpayerNumber: {
    ru: 'ИНН: 10 цифр организации или 12 цифр предпринимателя с верными контрольными числами',
    en: 'An ИНН: 10 digits of a company or 12 of a sole proprietor, with valid check digits',
  },
  registrationReasonCode: {
    ru: 'КПП: 9 знаков, например 770701001',
    en: 'A КПП: 9 characters, such as 770701001',
  },
  registrationNumber: {
    ru: 'ОГРН (13 цифр) или ОГРНИП (15 цифр) с верной контрольной цифрой',
    en: 'An ОГРН (13 digits) or ОГРНИП (15 digits) with a valid check digit',
  },
  companyHasReasonCode: { ru: 'У организации должен быть КПП', en: 'A company must have a КПП' },
  proprietorHasNone: { ru: 'У предпринимателя нет КПП', en: 'A sole proprietor has no КПП' },
  sameKind: {
    ru: 'ИНН организации — с ОГРН, ИНН предпринимателя — с ОГРНИП',
    en: 'A company’s ИНН requires an ОГРН, a sole proprietor’s requires an ОГРНИП',
  },
} as const;

/** ИНН. */
export const taxpayerNumberSchema = z
  .string()
  .refine(isTaxpayerNumber, { params: { words: texts.taxpayerNumber } });

/** КПП. */
export const registrationReasonCodeSchema = z
  .string()
  .refine(isRegistrationReasonCode, { params: { words: texts.registrationReasonCode } });

/** ОГРН or ОГРНИП. */
export const registrationNumberSchema = z
  .string()
  .refine(isRegistrationNumber, { params: { words: texts.registrationNumber } });

/** Official identifiers of a company or a sole proprietor. */
export interface Requisites {
  readonly taxpayerNumber: string;
  readonly registrationReasonCode?: string | undefined;
  readonly registrationNumber: string;
}

type RequisiteProblem = { readonly attribute: keyof Requisites; readonly words: Text };

/**
 * Inconsistencies between valid requisites: a company has a КПП and an ОГРН, a sole proprietor has no КПП and an ОГРНИП.
 * With an invalid ИНН or ОГРН there is nothing to compare.
 */
export function problemsOfRequisites(requisites: Requisites): readonly RequisiteProblem[] {
  const { taxpayerNumber, registrationReasonCode, registrationNumber } = requisites;
  if (!isTaxpayerNumber(taxpayerNumber) || !isRegistrationNumber(registrationNumber)) return [];
  const isCompany = isCompanyTaxpayerNumber(taxpayerNumber);
  const hasReasonCode = registrationReasonCode !== undefined;
  return [
    ...(isCompany === isCompanyRegistrationNumber(registrationNumber)
      ? []
      : [{ attribute: 'registrationNumber', words: texts.sameKind } as const]),
    ...(isCompany === hasReasonCode
      ? []
      : [
          {
            attribute: 'registrationReasonCode',
            words: isCompany ? texts.companyHasReasonCode : texts.proprietorHasNone,
          } as const,
        ]),
  ];
}

/** The same, for `superRefine`. */
export function checkRequisites(requisites: Requisites, context: z.RefinementCtx): void {
  for (const { attribute, words } of problemsOfRequisites(requisites))
    context.addIssue({ code: 'custom', path: [attribute], params: { words } });
}
