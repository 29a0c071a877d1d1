import { Card, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { unwrap } from '../../api/problem.ts';
import { AnchorLink } from '../../kit/navigation/links.tsx';
import { detailsOf, type OperatorFields, operatorFieldsOf } from './operator-fields.ts';
import { OperatorForm } from './operator-form.tsx';
import { organizationsPath } from './organization-queries.ts';

/** Registers an operator that did not apply for access. */
export default function NewOperatorPage() {
  const { t } = useTranslation('operators');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [blank] = useState(() => operatorFieldsOf(undefined));
  // One key per operator: sent again after a lost answer, it is registered once and its group is created.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const register = useMutation({
    mutationFn: async (fields: OperatorFields) => {
      const { tradingName, ...details } = detailsOf(fields);
      const optional = { tradingName: said(tradingName), operatorId: said(fields.operatorId.trim()) };
      return unwrap(
        await api.POST(organizationsPath, {
          headers: { 'idempotency-key': key },
          body: { ...details, ...omitUndefined(optional) },
        }),
      );
    },
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: ['portfolio'] });
      await navigate({ to: '/operators/$id', params: { id }, replace: true });
    },
  });
  return (
    <Stack gap="lg" maw={860}>
      <Stack gap={6}>
        <AnchorLink to="/operators" size="sm">
          {t('nav.operators')}
        </AnchorLink>
        <Title order={1}>{t('newTitle')}</Title>
        <Text c="dimmed">{t('newText')}</Text>
      </Stack>
      <Card withBorder component="section" p="lg">
        <OperatorForm
          before={blank}
          isNew
          submitLabel={t('register')}
          failure={register.error}
          pending={register.isPending}
          onChange={() => {
            setKey(crypto.randomUUID());
            register.reset();
          }}
          onSubmit={register.mutate}
        />
      </Card>
    </Stack>
  );
}

function said(text: string): string | undefined {
  return text === '' ? undefined : text;
}
