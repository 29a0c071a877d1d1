import { SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isRegistrationNumber } from '../../../shared/requisites/registration-number.ts';
import { isRegistrationReasonCode } from '../../../shared/requisites/registration-reason-code.ts';
import { isTaxpayerNumber } from '../../../shared/requisites/taxpayer-number.ts';
import { type ApplicationFields, digitsOf, isProprietors } from './fields.ts';
import { TextField } from './text-field.tsx';

export interface StepProps {
  readonly fields: ApplicationFields;
  readonly onChange: (fields: ApplicationFields) => void;
}

/** The company that asks for access. */
export function CompanyStep({ fields, onChange }: StepProps) {
  const { t } = useTranslation();
  const { company } = fields;
  const type = (attribute: keyof typeof company) => (value: string) => {
    onChange({ ...fields, company: { ...company, [attribute]: value } });
  };
  const number = { inputMode: 'numeric', autoComplete: 'off' } as const;
  return (
    <Stack gap="md">
      <TextField
        name="/company/name"
        label={t('apply.companyName')}
        description={t('apply.companyNameText')}
        required
        autoComplete="organization"
        value={company.name}
        onType={type('name')}
      />
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
        <TextField
          name="/company/taxpayerNumber"
          label={t('apply.taxpayerNumber')}
          description={t('apply.taxpayerNumberText')}
          required
          {...number}
          value={company.taxpayerNumber}
          isRight={isTaxpayerNumber(digitsOf(company.taxpayerNumber))}
          onType={type('taxpayerNumber')}
        />
        {isProprietors(company.taxpayerNumber) ? null : (
          <TextField
            name="/company/registrationReasonCode"
            label={t('apply.registrationReasonCode')}
            description={t('apply.registrationReasonCodeText')}
            required
            autoComplete="off"
            value={company.registrationReasonCode}
            isRight={isRegistrationReasonCode(digitsOf(company.registrationReasonCode).toUpperCase())}
            onType={type('registrationReasonCode')}
          />
        )}
        <TextField
          name="/company/registrationNumber"
          label={t('apply.registrationNumber')}
          description={t('apply.registrationNumberText')}
          required
          {...number}
          value={company.registrationNumber}
          isRight={isRegistrationNumber(digitsOf(company.registrationNumber))}
          onType={type('registrationNumber')}
        />
      </SimpleGrid>
      <TextField
        name="/company/legalAddress"
        label={t('apply.legalAddress')}
        autoComplete="street-address"
        value={company.legalAddress}
        onType={type('legalAddress')}
      />
      <TextField
        name="/agreementNumber"
        label={t('apply.agreementNumber')}
        description={t('apply.agreementNumberText')}
        autoComplete="off"
        value={fields.agreementNumber}
        onType={(agreementNumber) => {
          onChange({ ...fields, agreementNumber });
        }}
      />
    </Stack>
  );
}
