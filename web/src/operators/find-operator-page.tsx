import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The way to an operator: by its id, which begins the number of everything that it has. */
export default function FindOperatorPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  // Of a pasted order number, what stands before the dash is meant.
  const id = typed.trim().toLowerCase().split('-')[0] ?? '';
  return (
    <Stack gap="lg" maw={640}>
      <Stack gap={4}>
        <Title order={1}>{t('nav.operators')}</Title>
        <Text c="dimmed">{t('operators.text')}</Text>
      </Stack>
      <Card withBorder p="lg">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void navigate({ to: '/operators/$id', params: { id } });
          }}
        >
          <Group align="flex-end">
            <TextInput
              label={t('review.operatorId')}
              description={t('operators.idText')}
              required
              value={typed}
              autoComplete="off"
              onChange={(event) => {
                setTyped(event.currentTarget.value);
              }}
              style={{ flex: '1 1 260px' }}
            />
            <Button
              type="submit"
              disabled={id === ''}
              rightSection={<IconArrowRight size={16} aria-hidden />}
            >
              {t('operators.open')}
            </Button>
          </Group>
        </form>
      </Card>
    </Stack>
  );
}
