import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../kit/navigation/links.tsx';

/** Links to the public pages. */
export function PublicLinks() {
  const { t } = useTranslation();
  return (
    <Group component="nav" aria-label={t('public.label')} gap="md" justify="center">
      <AnchorLink to="/apply" size="sm">
        {t('public.apply')}
      </AnchorLink>
      <AnchorLink to="/application" size="sm">
        {t('public.application')}
      </AnchorLink>
      <AnchorLink to="/rules" size="sm">
        {t('public.rules')}
      </AnchorLink>
    </Group>
  );
}
