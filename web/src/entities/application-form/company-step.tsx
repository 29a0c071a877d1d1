import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApplicationFields } from './fields.ts';
import { RequisiteFields } from '../requisites/requisite-fields.tsx';
import { TextField } from '../../kit/form/text-field.tsx';

export interface StepProps {
  readonly fields: ApplicationFields;
  readonly onChange: (fields: ApplicationFields) => void;
}

/** The company that applies for access. */
export function CompanyStep({ fields, onChange }: StepProps) {
  const { t } = useTranslation('applicationForm');
  const { company } = fields;
  const type = (attribute: keyof typeof company) => (value: string) => {
    onChange({ ...fields, company: { ...company, [attribute]: value } });
  };
  return (
    <Stack gap="md">
      <RequisiteFields
        company={company}
        onType={(attribute, value) => {
          type(attribute)(value);
        }}
      />
      <TextField
        name="/company/legalAddress"
        label={t('legalAddress')}
        autoComplete="street-address"
        value={company.legalAddress}
        onType={type('legalAddress')}
      />
      <TextField
        name="/agreementNumber"
        label={t('agreementNumber')}
        description={t('agreementNumberText')}
        autoComplete="off"
        value={fields.agreementNumber}
        onType={(agreementNumber) => {
          onChange({ ...fields, agreementNumber });
        }}
      />
    </Stack>
  );
}
