import { Card, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../shell/language-switch.tsx';

/** The language of the pages and e-mails of the signed-in user, on every device. */
export function LanguageSection() {
  const { t } = useTranslation('account');
  return (
    <Card withBorder component="section" p="lg">
      <Stack gap="md" align="flex-start">
        <Title order={2}>{t('nav.language')}</Title>
        <Text c="dimmed" size="sm">
          {t('languageText')}
        </Text>
        <LanguageSwitch />
      </Stack>
    </Card>
  );
}
