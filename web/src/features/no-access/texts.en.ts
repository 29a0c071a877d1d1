import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the page for accounts without access. */
export const texts: TextsLike<typeof russian> = {
  title: 'The account is not set up yet',
  next: 'What to do',
  noGroup:
    'Your login belongs to no operator yet. Ask your account manager to put you into the group of your operator.',
  noRole:
    'Your login has no role. Ask the administrator of your operator or your account manager to assign one.',
  roleWithoutOperator:
    'Your login has a role but no operator. Ask your account manager to put you into the group of your operator.',
  severalOperators: 'Your login belongs to several operators. Ask your account manager to leave one.',
  operatorAndCarrier:
    'Your login belongs to an operator and to the carrier at once. Ask your account manager to leave one.',
  unknownOperator: 'The operator of your login is not registered. Ask your account manager.',
  again: 'Sign in again after the change: access is renewed at sign-in.',
};
