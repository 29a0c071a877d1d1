import {
  Avatar,
  Menu,
  SegmentedControl,
  Stack,
  Text,
  UnstyledButton,
  useMantineColorScheme,
} from '@mantine/core';
import { IconLogout, IconLogout2, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '../app/me.ts';
import { endSession } from '../session/session.ts';

/** Who is signed in, and what concerns only them: appearance, account, signing out. */
export function UserMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = (everywhere: boolean) => {
    void endSession(everywhere).finally(() => {
      location.assign('/sign-in');
    });
  };
  const who = me.operator?.name ?? t('nav.carrier');
  const roles = me.roles.map((role) => t(`nav.roles.${role}`)).join(', ');
  return (
    <Menu position="bottom-end" width={260} shadow="md">
      <Menu.Target>
        <UnstyledButton aria-label={t('nav.userMenu', { who })}>
          <Avatar color="carrier" radius="xl" aria-hidden>
            {who
              .replaceAll(/[«»"]/g, '')
              .replace(/^(ООО|АО|ПАО|ИП)\s+/, '')
              .slice(0, 1)}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Stack gap={2} px="sm" py="xs">
          <Text fw={600} size="sm">
            {who}
          </Text>
          <Text size="xs" c="dimmed">
            {roles}
          </Text>
        </Stack>
        <Menu.Divider />
        <Menu.Item component={Link} to="/account" leftSection={<IconUser size={16} aria-hidden />}>
          {t('nav.account')}
        </Menu.Item>
        <Stack px="sm" py="xs" gap={4}>
          <Text size="xs" c="dimmed">
            {t('nav.scheme')}
          </Text>
          <SegmentedControl
            size="xs"
            aria-label={t('nav.scheme')}
            value={colorScheme}
            onChange={setColorScheme}
            data={[
              { value: 'light', label: t('nav.light') },
              { value: 'dark', label: t('nav.dark') },
              { value: 'auto', label: t('nav.auto') },
            ]}
          />
        </Stack>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => {
            leave(false);
          }}
        >
          {t('nav.signOut')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout2 size={16} aria-hidden />}
          onClick={() => {
            leave(true);
          }}
        >
          {t('nav.signOutEverywhere')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
