import { IconPlus } from '../../kit/icons/plus.ts';
import { IconUser } from '../../kit/icons/user.ts';
import i18next from 'i18next';
import type { Me } from '../../entities/me/me.ts';
import { mayOrder } from '../../entities/me/may-order.ts';
import { sectionsOf } from '../../shell/sections.tsx';

/** Pages that a user can open, by a part of their name, case-insensitive. */
export function pagesOf(me: Me, typed: string) {
  const pages = [
    ...sectionsOf(me).map(({ to, label, icon }) => ({ to, label: i18next.t(`nav.${label}`), icon })),
    ...(mayOrder(me) ? [{ to: '/orders/new' as const, label: i18next.t('order.new'), icon: IconPlus }] : []),
    { to: '/account' as const, label: i18next.t('nav.account'), icon: IconUser },
  ];
  const part = typed.trim().toLowerCase();
  return pages.filter(({ label }) => label.toLowerCase().includes(part));
}
