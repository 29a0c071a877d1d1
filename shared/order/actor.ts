import type { OperatorScope, PortfolioScope } from '../auth/scope.ts';
import type { SignedInActor } from '../history/actor.ts';
import type { Language, Text } from '../text.ts';

/** Who deals with orders: an operator's people, and its account manager. */
export type OrderScope = OperatorScope | PortfolioScope;

/** Roles of an operator that order. Who has both acts as the first. */
export const orderingRoles = ['administrator', 'technical'] as const;

/** Who acts, as history keeps it. */
export function actorOf(scope: OrderScope): SignedInActor {
  const { sub } = scope;
  if (scope.kind === 'portfolio') return { side: 'carrier', role: 'manager', sub };
  const role = orderingRoles.find((candidate) => scope.roles.includes(candidate));
  if (role === undefined) throw new Error('The route admits none of this role');
  return { side: 'operator', role, sub };
}

/** How somebody is shown to everybody: side and role, never a name. */
export function authorOf({ side, role }: SignedInActor, language: Language): string {
  return `${sideLabels[side][language]}, ${roleLabels[role][language]}`;
}

const sideLabels: Readonly<Record<SignedInActor['side'], Text>> = {
  operator: { ru: 'Оператор', en: 'Operator' },
  carrier: { ru: 'Поставщик', en: 'Carrier' },
};

const roleLabels: Readonly<Record<SignedInActor['role'], Text>> = {
  administrator: { ru: 'администратор', en: 'administrator' },
  finance: { ru: 'финансист', en: 'finance' },
  technical: { ru: 'технический специалист', en: 'technical' },
  manager: { ru: 'персональный менеджер', en: 'account manager' },
  support: { ru: 'инженер поддержки', en: 'support engineer' },
  'carrier-administrator': { ru: 'администратор', en: 'administrator' },
};
