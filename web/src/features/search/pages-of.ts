import { IconPlus, IconUser } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { Me } from '../../entities/me/me.ts';
import { mayOrder } from '../../entities/me/may-order.ts';
import { sectionsOf } from '../../shell/sections.tsx';

/** Pages that somebody can go to, by a part of their name, in any case. */
export function pagesOf(me: Me, typed: string, t: TFunction) {
  const pages = [
    ...sectionsOf(me).map(({ to, label, icon }) => ({ to, label: t(`nav.${label}`), icon })),
    ...(mayOrder(me) ? [{ to: '/orders/new' as const, label: t('orders.new'), icon: IconPlus }] : []),
    { to: '/account' as const, label: t('nav.account'), icon: IconUser },
  ];
  const part = typed.trim().toLowerCase();
  return pages.filter(({ label }) => label.toLowerCase().includes(part));
}
