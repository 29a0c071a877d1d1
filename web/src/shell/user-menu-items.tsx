import { Menu, SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { IconLogout } from '../kit/icons/logout.ts';
import { IconLogout2 } from '../kit/icons/logout-2.ts';
import { IconUser } from '../kit/icons/user.ts';
import { Link } from '@tanstack/react-router';
import { type Ref, useEffect, useImperativeHandle, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../entities/me/me.ts';
import { endSession } from '../session/session.ts';

interface UserMenuItemsProps {
  /** Id of the button that labels the menu. */
  readonly id: string;
  readonly button: HTMLButtonElement;
  readonly me: Me;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Appearance, account, signing out. */
export default function UserMenuItems({ id, button, me, opened, onClose }: UserMenuItemsProps) {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // The menu remembers where the focus has to go back to when it opens, not when it is open from the start.
  const [there, setThere] = useState(false);
  useEffect(() => {
    setThere(true);
  }, []);
  const leave = (everywhere: boolean) => {
    void endSession(everywhere).finally(() => {
      location.assign('/sign-in');
    });
  };
  return (
    <Menu id={id} opened={opened && there} onClose={onClose} position="bottom-end" width={260} shadow="md">
      <Menu.Target>
        <There button={button} />
      </Menu.Target>
      <Menu.Dropdown>
        <Stack gap={2} px="sm" py="xs">
          <Text fw={600} size="sm">
            {me.operator?.name ?? t('nav.carrier')}
          </Text>
          <Text size="xs" c="dimmed">
            {me.roles.map((role) => t(`role.${role}`)).join(', ')}
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

/** Uses an existing button as the menu's target, so that the button keeps the focus while the menu is loaded. */
function There({ button, ref }: { button: HTMLButtonElement; ref?: Ref<HTMLButtonElement> }) {
  useImperativeHandle(ref, () => button, [button]);
  return null;
}
