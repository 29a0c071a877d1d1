import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DefinitionList } from '../../kit/list/definition-list.tsx';
import type { Application } from '../../entities/application/review-queries.ts';

/** The form of an application: company, contact and users. */
export function ApplicationForm({ form }: { form: Application['form'] }) {
  const { t } = useTranslation('review');
  if (form === undefined)
    return (
      <Text size="sm" c="dimmed">
        {t('noForm')}
      </Text>
    );
  const { company, contact, users, agreementNumber } = form;
  const said = (term: string, value: string | undefined) => (value === undefined ? [] : [{ term, value }]);
  return (
    <Stack gap="lg">
      <DefinitionList
        entries={[
          ...said(t('company'), company?.name),
          ...said(t('operator.taxpayerNumber'), company?.taxpayerNumber),
          ...said(t('registrationReasonCode'), company?.registrationReasonCode),
          ...said(t('registrationNumber'), company?.registrationNumber),
          ...said(t('legalAddress'), company?.legalAddress),
          ...said(t('order.agreement'), agreementNumber),
        ]}
      />
      {contact === undefined ? null : (
        <Stack gap="xs">
          <Title order={3}>{t('contact')}</Title>
          <DefinitionList
            entries={[
              ...said(t('personName'), contact.name),
              ...said(t('email'), contact.email),
              ...said(t('phone'), contact.phone),
            ]}
          />
        </Stack>
      )}
      {users === undefined ? null : (
        <Stack gap="xs">
          <Title order={3}>{t('users')}</Title>
          <DefinitionList
            entries={users.map(({ email = '—', name = '—', roles = [] }, index) => ({
              key: String(index),
              term: name,
              value: `${email} · ${roles.map((role) => t(`role.${role}`)).join(', ')}`,
            }))}
          />
        </Stack>
      )}
    </Stack>
  );
}
