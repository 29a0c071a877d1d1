import { AppShell, Box, Burger, Group, NavLink } from '@mantine/core';
import { useDisclosure, useNetwork } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../entities/me/me.ts';
import { Offline } from '../kit/feedback/offline.tsx';
import { Brand } from './brand.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { sectionsOf } from './sections.tsx';
import { SuspendedOperator } from './suspended-operator.tsx';
import { UserMenu } from './user-menu.tsx';
import classes from './shell.module.css';

/**
 * Header, sections and the page between them.
 *
 * @param search shown in the header
 */
export function Shell({ search }: { search: ReactNode }) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const [opened, { toggle, close }] = useDisclosure();
  const { online } = useNetwork();
  const { pathname } = useLocation();
  useEffect(close, [pathname, close]);
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'md', md: 'xl' }}
    >
      <a href="#content" className={classes['skip']}>
        {t('nav.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('nav.open')} />
            <Brand />
          </Group>
          <Group gap="sm" wrap="nowrap">
            {search}
            <Box visibleFrom="sm">
              <LanguageSwitch />
            </Box>
            <UserMenu me={me} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={t('nav.label')}>
        <AppShell.Section grow className={classes['sections'] ?? ''}>
          {sectionsOf(me).map(({ to, label, icon: Icon }) => (
            <NavLink
              key={to}
              component={Link}
              to={to}
              label={t(`nav.${label}`)}
              leftSection={<Icon size={18} aria-hidden />}
              active={to === '/' ? pathname === '/' : pathname.startsWith(to)}
              className={classes['section'] ?? ''}
            />
          ))}
        </AppShell.Section>
        <AppShell.Section hiddenFrom="sm">
          <LanguageSwitch />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        {online ? null : <Offline />}
        {me.suspended ? <SuspendedOperator /> : null}
        <Box className={classes['page'] ?? ''}>
          <Outlet />
        </Box>
      </AppShell.Main>
    </AppShell>
  );
}
