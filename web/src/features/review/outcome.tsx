import { Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '../../kit/icons/alert-triangle.ts';
import { IconCheck } from '../../kit/icons/check.ts';
import { useTranslation } from 'react-i18next';
import { DefinitionList } from '../../kit/list/definition-list.tsx';
import type { Application } from '../../entities/application/review-queries.ts';
import { useWho } from '../../entities/carrier-person/who.ts';

type Approval = NonNullable<Application['approval']>;

/** Result of an approval so far, account by account. */
export function Outcome({ approval, state }: { approval: Approval; state: Application['state'] }) {
  const { t } = useTranslation('review');
  const who = useWho();
  const { operatorId, existing, manager, billingAccountId, agreementId, account } = approval;
  const said = (term: string, value: string | undefined) => (value === undefined ? [] : [{ term, value }]);
  return (
    <Stack gap="md">
      <DefinitionList
        entries={[
          {
            term: t('operator.operator'),
            value: `${operatorId} · ${t(existing ? 'operatorKnown' : 'operatorNew')}`,
          },
          { term: t('operator.accountManager'), value: who(manager) },
          ...said(t('order.billingAccount'), billingAccountId),
          ...said(t('order.agreement'), agreementId),
        ]}
      />
      <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {account.map(({ email = t('erasedEmail'), outcome }, index) => (
          <Group key={index} component="li" gap={6} wrap="nowrap" align="flex-start">
            <Text c={outcome === 'created' ? 'teal' : 'orange'} component="span" lh={1.3}>
              {outcome === 'created' ? (
                <IconCheck size={16} aria-hidden />
              ) : (
                <IconAlertTriangle size={16} aria-hidden />
              )}
            </Text>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {email} — {t(`account.${outcome}`)}
            </Text>
          </Group>
        ))}
      </Stack>
      {state === 'approved' ? (
        <Text size="sm" c="dimmed">
          {t('passwordsSent')}
        </Text>
      ) : null}
    </Stack>
  );
}
