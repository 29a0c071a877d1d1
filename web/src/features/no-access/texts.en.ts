import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the page for accounts without access. */
export const texts: TextsLike<typeof russian> = {
  title: 'Your account is not set up yet',
  next: 'What to do',
  noGroup:
    'Your login is not linked to an operator yet. Ask your account manager to add you to your operator’s group.',
  noRole: 'Your login has no role. Ask your operator’s administrator or your account manager to assign one.',
  roleWithoutOperator:
    'Your login has a role but no operator. Ask your account manager to add you to your operator’s group.',
  severalOperators: 'Your login is linked to several operators. Ask your account manager to leave only one.',
  operatorAndCarrier:
    'Your login is linked to both an operator and the carrier. Ask your account manager to leave only one.',
  unknownOperator: 'The operator your login is linked to is not registered. Contact your account manager.',
  again: 'Sign in again after the change: access is updated at sign-in.',
};
