import {
  applicationDraftSchema,
  type ApplicationDraft,
} from '../../../../shared/application/application-form.ts';
import type { paths } from '../../api/schema.d.ts';
import { filledIn } from '../../kit/form/filled-in.ts';
import { phoneOf } from '../../kit/format/typed-number.ts';
import { enteredRequisites } from '../requisites/company-requisites.ts';
import type { ApplicationFields } from './fields.ts';

/** A merge patch of the form: null for fields that are blank or invalid. */
export type FormPatch = NonNullable<
  paths['/cabinet/v1/application/{id}']['patch']['requestBody']['content']['application/json']['form']
>;

/** The fields as the API takes them: blank ones are absent. */
export function formOf({ company, agreementNumber, contact, users }: ApplicationFields) {
  return {
    company: { ...enteredRequisites(company), ...filledIn({ legalAddress: company.legalAddress.trim() }) },
    ...filledIn({ agreementNumber: agreementNumber.trim() }),
    contact: filledIn({
      name: contact.name.trim(),
      email: contact.email.trim(),
      phone: phoneOf(contact.phone),
    }),
    users: users.map(({ name, email, roles }) => ({
      ...filledIn({ name: name.trim(), email: email.trim() }),
      roles,
    })),
  };
}

/** The fields that can be saved already: a draft may be incomplete, but its values must be valid. */
export function savableForm(fields: ApplicationFields): FormPatch {
  const form: ApplicationDraft = formOf(fields);
  const wrong = new Set(
    applicationDraftSchema.safeParse(form).error?.issues.map(({ path }) => path.join('/')),
  );
  const right = (place: string, value: string | undefined) =>
    value === undefined || wrong.has(place) ? null : value;
  const { company = {}, contact = {}, users = [] } = form;
  return {
    company: {
      name: right('company/name', company.name),
      taxpayerNumber: right('company/taxpayerNumber', company.taxpayerNumber),
      registrationReasonCode: right('company/registrationReasonCode', company.registrationReasonCode),
      registrationNumber: right('company/registrationNumber', company.registrationNumber),
      legalAddress: right('company/legalAddress', company.legalAddress),
    },
    agreementNumber: right('agreementNumber', form.agreementNumber),
    contact: {
      name: right('contact/name', contact.name),
      email: right('contact/email', contact.email),
      phone: right('contact/phone', contact.phone),
    },
    users: users.map(({ name, email, roles = [] }, index) => {
      const place = `users/${String(index)}`;
      return {
        ...filledIn({
          name: right(`${place}/name`, name) ?? '',
          email: right(`${place}/email`, email) ?? '',
        }),
        roles,
      };
    }),
  };
}
