import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../../kit/navigation/links.tsx';

/** For a link that opens no application. */
export function WrongLink() {
  const { t } = useTranslation('apply');
  return (
    <Stack gap="md" maw={640}>
      <Title order={1}>{t('application.title')}</Title>
      <Title order={2}>{t('application.wrongLinkTitle')}</Title>
      <Text>{t('application.wrongLinkText')}</Text>
      <AnchorLink to="/application">{t('application.byCode')}</AnchorLink>
    </Stack>
  );
}
