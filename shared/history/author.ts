import type { Language, Text } from '../text.ts';
import type { SignedInActor } from './actor.ts';

/** An actor as shown to both sides: side and role, never a name. */
export function authorOf({ side, role }: Pick<SignedInActor, 'side' | 'role'>, language: Language): string {
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

/** The anonymous holder of an application's secret, as shown to both sides. */
export const applicantLabel: Text = { ru: 'Заявитель', en: 'Applicant' };
