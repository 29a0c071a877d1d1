import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DefinitionList } from '../../kit/list/definition-list.tsx';
import type { Application } from '../../entities/application/review-queries.ts';

/** What an application says: the company, whom to call, and for whom accounts are asked. */
export function ApplicationForm({ form }: { form: Application['form'] }) {
  const { t } = useTranslation();
  if (form === undefined)
    return (
      <Text size="sm" c="dimmed">
        {t('review.noForm')}
      </Text>
    );
  const { company, contact, users, agreementNumber } = form;
  const said = (term: string, value: string | undefined) => (value === undefined ? [] : [{ term, value }]);
  return (
    <Stack gap="lg">
      <DefinitionList
        entries={[
          ...said(t('review.company'), company?.name),
          ...said(t('manage.taxpayerNumber'), company?.taxpayerNumber),
          ...said(t('review.registrationReasonCode'), company?.registrationReasonCode),
          ...said(t('review.registrationNumber'), company?.registrationNumber),
          ...said(t('review.legalAddress'), company?.legalAddress),
          ...said(t('orders.agreement'), agreementNumber),
        ]}
      />
      {contact === undefined ? null : (
        <Stack gap="xs">
          <Title order={3}>{t('review.contact')}</Title>
          <DefinitionList
            entries={[
              ...said(t('review.personName'), contact.name),
              ...said(t('review.email'), contact.email),
              ...said(t('review.phone'), contact.phone),
            ]}
          />
        </Stack>
      )}
      {users === undefined ? null : (
        <Stack gap="xs">
          <Title order={3}>{t('review.users')}</Title>
          <DefinitionList
            entries={users.map(({ email = '—', name = '—', roles = [] }, index) => ({
              key: String(index),
              term: name,
              value: `${email} · ${roles.map((role) => t(`nav.roles.${role}`)).join(', ')}`,
            }))}
          />
        </Stack>
      )}
    </Stack>
  );
}
