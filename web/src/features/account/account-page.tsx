import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LanguageSection } from './language-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { TotpSection } from './totp-section.tsx';

/** The user's own settings: language, password and second factor. */
export default function AccountPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={640}>
      <Title order={1}>{t('nav.account')}</Title>
      <LanguageSection />
      <PasswordSection />
      <TotpSection />
    </Stack>
  );
}
