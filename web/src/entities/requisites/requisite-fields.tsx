import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isRegistrationNumber } from '../../../../shared/requisites/registration-number.ts';
import { isRegistrationReasonCode } from '../../../../shared/requisites/registration-reason-code.ts';
import { isTaxpayerNumber } from '../../../../shared/requisites/taxpayer-number.ts';
import { type CompanyRequisites, isProprietors } from './company-requisites.ts';
import { digitsOf } from '../../kit/format/typed-number.ts';
import { TextField } from '../../kit/form/text-field.tsx';

interface RequisiteFieldsProps {
  readonly company: CompanyRequisites;
  readonly onType: (attribute: keyof CompanyRequisites, value: string) => void;
}

/** Fields for a company's name and registration numbers: `/company/…`. */
export function RequisiteFields({ company, onType }: RequisiteFieldsProps) {
  const { t } = useTranslation('requisites');
  const type = (attribute: keyof CompanyRequisites) => (value: string) => {
    onType(attribute, value);
  };
  const number = { inputMode: 'numeric', autoComplete: 'off' } as const;
  return (
    <>
      <TextField
        name="/company/name"
        label={t('companyName')}
        description={t('companyNameText')}
        required
        autoComplete="organization"
        value={company.name}
        onType={type('name')}
      />
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
        <TextField
          name="/company/taxpayerNumber"
          label={t('taxpayerNumber')}
          description={t('taxpayerNumberText')}
          required
          {...number}
          value={company.taxpayerNumber}
          isRight={isTaxpayerNumber(digitsOf(company.taxpayerNumber))}
          onType={type('taxpayerNumber')}
        />
        {isProprietors(company.taxpayerNumber) ? null : (
          <TextField
            name="/company/registrationReasonCode"
            label={t('registrationReasonCode')}
            description={t('registrationReasonCodeText')}
            required
            autoComplete="off"
            value={company.registrationReasonCode}
            isRight={isRegistrationReasonCode(digitsOf(company.registrationReasonCode).toUpperCase())}
            onType={type('registrationReasonCode')}
          />
        )}
        <TextField
          name="/company/registrationNumber"
          label={t('registrationNumber')}
          description={t('registrationNumberText')}
          required
          {...number}
          value={company.registrationNumber}
          isRight={isRegistrationNumber(digitsOf(company.registrationNumber))}
          onType={type('registrationNumber')}
        />
      </SimpleGrid>
    </>
  );
}
