import { Alert, Button, Card, Group, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconFileTypePdf } from '../../kit/icons/file-type-pdf.ts';
import { IconForms } from '../../kit/icons/forms.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../kit/navigation/links.tsx';
import { BlankApplication } from './blank-application.tsx';
import { discardDraft, draftSecret } from './draft-secret.ts';

/** Explains access and the two ways to apply. */
export function Introduction() {
  const { t } = useTranslation('apply');
  const [isBegun, setBegun] = useState(() => draftSecret() !== undefined);
  return (
    <Stack gap="xl">
      <Stack gap="sm" maw={720}>
        <Title order={1}>{t('title')}</Title>
        <Text>{t('text')}</Text>
      </Stack>
      {isBegun ? (
        <Alert color="blue" title={t('begunTitle')}>
          <Stack gap="sm" align="flex-start">
            <Text size="sm">{t('begunText')}</Text>
            <Group gap="sm">
              <ButtonLink to="/apply" search={{ step: 'company' }} size="xs">
                {t('continue')}
              </ButtonLink>
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  discardDraft();
                  setBegun(false);
                }}
              >
                {t('discard')}
              </Button>
            </Group>
          </Stack>
        </Alert>
      ) : null}
      <section>
        <Title order={2} mb="sm">
          {t('neededTitle')}
        </Title>
        <List spacing={4}>
          <List.Item>{t('neededApplication')}</List.Item>
          <List.Item>{t('neededIdentity')}</List.Item>
          <List.Item>{t('neededAuthority')}</List.Item>
        </List>
      </section>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        <Card withBorder component="section" p="lg">
          <Stack gap="md" h="100%" justify="space-between" align="flex-start">
            <Stack gap="sm">
              <Group gap="sm">
                <IconForms size={22} aria-hidden />
                <Title order={2}>{t('formWay')}</Title>
              </Group>
              <List type="ordered" spacing={4} size="sm">
                <List.Item>{t('formWay1')}</List.Item>
                <List.Item>{t('formWay2')}</List.Item>
                <List.Item>{t('formWay3')}</List.Item>
              </List>
            </Stack>
            <ButtonLink to="/apply" search={{ step: 'company' }}>
              {isBegun ? t('continue') : t('fillIn')}
            </ButtonLink>
          </Stack>
        </Card>
        <Card withBorder component="section" p="lg">
          <Stack gap="md" h="100%" justify="space-between" align="flex-start">
            <Stack gap="sm">
              <Group gap="sm">
                <IconFileTypePdf size={22} aria-hidden />
                <Title order={2}>{t('paperWay')}</Title>
              </Group>
              <List type="ordered" spacing={4} size="sm">
                <List.Item>{t('paperWay1')}</List.Item>
                <List.Item>{t('paperWay2')}</List.Item>
                <List.Item>{t('paperWay3')}</List.Item>
              </List>
            </Stack>
            <BlankApplication />
          </Stack>
        </Card>
      </SimpleGrid>
      <section>
        <Title order={2} mb="sm">
          {t('afterTitle')}
        </Title>
        <Text maw={720}>{t('afterText')}</Text>
      </section>
    </Stack>
  );
}
