import { Box, Container, Group } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Offline } from '../kit/feedback/offline.tsx';
import { Brand } from './brand.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { AnchorLink } from '../kit/navigation/links.tsx';
import { PublicLinks } from './public-links.tsx';
import classes from './public-page.module.css';

/** A public page: the carrier's brand above, links to other public pages below. */
export function PublicPage({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { online } = useNetwork();
  return (
    <Box className={classes['page']}>
      <a href="#content" className={classes['skip']}>
        {t('nav.skip')}
      </a>
      <Box component="header" className={classes['header']} py="md">
        <Container size={960}>
          <Group justify="space-between" wrap="nowrap">
            <Brand />
            <Group gap="md" wrap="nowrap" style={{ flexShrink: 0 }}>
              <AnchorLink to="/sign-in" size="sm">
                {t('public.signIn')}
              </AnchorLink>
              <LanguageSwitch />
            </Group>
          </Group>
        </Container>
      </Box>
      <Container
        component="main"
        id="content"
        size={960}
        py="xl"
        tabIndex={-1}
        className={classes['main'] ?? ''}
      >
        {online ? null : <Offline />}
        {children}
      </Container>
      <Box component="footer" className={classes['footer']} p="lg">
        <PublicLinks />
      </Box>
    </Box>
  );
}
