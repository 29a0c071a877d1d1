import { Alert, Button, Card, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { unwrap } from '../../api/problem.ts';
import { partyRolesPath, useRefresh } from './organization-queries.ts';

/** Makes an operator a customer, which is required for billing accounts and agreements. */
export function MakeCustomer({ operatorId }: { operatorId: string }) {
  const { t } = useTranslation('operators');
  const refresh = useRefresh(operatorId);
  const [key] = useState(() => crypto.randomUUID());
  const make = useMutation({
    mutationFn: async () =>
      unwrap(
        await api.POST(partyRolesPath, {
          headers: { 'idempotency-key': key },
          body: { name: 'customer', engagedParty: { id: operatorId, '@referredType': 'Organization' } },
        }),
      ),
    onSettled: refresh,
  });
  return (
    <Card withBorder component="section" p="lg">
      <Title order={2} mb="md">
        {t('accountsAndAgreements')}
      </Title>
      <Stack align="flex-start">
        {make.error === null ? null : (
          <Alert color="red" role="alert">
            {make.error.message}
          </Alert>
        )}
        <Text size="sm">{t('noCustomer')}</Text>
        <Button
          variant="default"
          loading={make.isPending}
          onClick={() => {
            make.mutate();
          }}
        >
          {t('makeCustomer')}
        </Button>
      </Stack>
    </Card>
  );
}
