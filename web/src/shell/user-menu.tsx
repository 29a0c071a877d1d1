import { Avatar, UnstyledButton } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../entities/me/me.ts';
import { lazyPart } from '../kit/lazy/lazy.ts';
import { Part } from '../kit/lazy/part.tsx';

const load = () => import('./user-menu-items.tsx');
const UserMenuItems = lazyPart(load);

/** Preloads the menu; a failure is reported when it is opened. */
const prepare = () => {
  load().catch(() => undefined);
};

/** Button of the user menu. The menu is only loaded when it is about to be opened. */
export function UserMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const id = useId();
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const [opened, setOpened] = useState(false);
  const [needed, setNeeded] = useState(false);
  const who = me.operator?.name ?? t('nav.carrier');
  return (
    <>
      <UnstyledButton
        ref={setButton}
        id={id}
        aria-label={t('nav.userMenu', { who })}
        aria-haspopup="menu"
        aria-expanded={opened}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => {
          setNeeded(true);
          setOpened(!opened);
        }}
      >
        <Avatar color="carrier" radius="xl" aria-hidden>
          {who
            .replaceAll(/[«»"]/g, '')
            .replace(/^(ООО|АО|ПАО|ИП)\s+/, '')
            .slice(0, 1)}
        </Avatar>
      </UnstyledButton>
      {needed && button !== null ? (
        <Part>
          <UserMenuItems
            id={id}
            button={button}
            me={me}
            opened={opened}
            onClose={() => {
              setOpened(false);
            }}
          />
        </Part>
      ) : null}
    </>
  );
}
