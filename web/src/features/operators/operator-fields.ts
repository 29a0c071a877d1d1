import * as z from 'zod';
import { operatorIdSchema } from '../../../../shared/auth/membership.ts';
import { presentIdentifications, requisiteOf } from '../../../../shared/requisites/identification.ts';
import { oneLine } from '../../../../shared/requisites/one-line.ts';
import {
  checkRequisites,
  registrationNumberSchema,
  registrationReasonCodeSchema,
  type Requisites,
  taxpayerNumberSchema,
} from '../../../../shared/requisites/requisites-schema.ts';
import { checkForm } from '../../entities/requisites/check-form.ts';
import { type CompanyRequisites, enteredRequisites } from '../../entities/requisites/company-requisites.ts';
import { filledIn } from '../../kit/form/filled-in.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Organization } from './organization-queries.ts';

/** Values of an operator's fields. */
export interface OperatorFields {
  readonly company: CompanyRequisites;
  readonly tradingName: string;
  /** Blank if it should be generated from the name. */
  readonly operatorId: string;
}

const formSchema = z.strictObject({
  company: z
    .strictObject({
      name: oneLine,
      taxpayerNumber: taxpayerNumberSchema,
      registrationReasonCode: registrationReasonCodeSchema.optional(),
      registrationNumber: registrationNumberSchema,
    })
    .superRefine(checkRequisites),
  tradingName: oneLine.optional(),
  operatorId: operatorIdSchema.optional(),
});

export const requisiteFields = [
  '/company/taxpayerNumber',
  '/company/registrationReasonCode',
  '/company/registrationNumber',
] as const;

/** The fields of an existing operator, or blank ones for a new one. */
export function operatorFieldsOf(
  organization: Pick<Organization, 'name' | 'tradingName' | 'organizationIdentification'> | undefined,
): OperatorFields {
  const numberOf = (requisite: keyof Requisites) =>
    organization?.organizationIdentification.find(
      ({ identificationType }) => requisiteOf[identificationType] === requisite,
    )?.identificationId ?? '';
  return {
    company: {
      name: organization?.name ?? '',
      taxpayerNumber: numberOf('taxpayerNumber'),
      registrationReasonCode: numberOf('registrationReasonCode'),
      registrationNumber: numberOf('registrationNumber'),
    },
    tradingName: organization?.tradingName ?? '',
    operatorId: '',
  };
}

/** Problems by field, by the rules that the API applies. */
export function checkOperator(fields: OperatorFields, language: Language, required: string) {
  const form = {
    company: enteredRequisites(fields.company),
    ...filledIn({ tradingName: fields.tradingName.trim(), operatorId: fields.operatorId.trim() }),
  };
  return checkForm(formSchema, form, language, required);
}

/** The fields in TMF632 form; blank requisites are absent. */
export function detailsOf(fields: OperatorFields) {
  return {
    name: fields.company.name.trim(),
    tradingName: fields.tradingName.trim(),
    organizationIdentification: presentIdentifications(enteredRequisites(fields.company)),
  };
}

/** The field of an API problem: a JSON Pointer into what {@link detailsOf} returns. */
export function fieldOf(pointer: string, fields: OperatorFields): string {
  if (pointer === '/name') return '/company/name';
  const [, whole, index] = pointer.split('/');
  if (whole !== 'organizationIdentification') return pointer;
  const named = detailsOf(fields).organizationIdentification[Number(index ?? 0)];
  return `/company/${named === undefined ? 'taxpayerNumber' : requisiteOf[named.identificationType]}`;
}
