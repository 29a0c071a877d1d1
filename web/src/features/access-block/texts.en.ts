import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: what has to be done before the cabinet answers. */
export const texts: TextsLike<typeof russian> = {
  rulesNotAccepted: {
    over: 'The rules have changed. What you typed on the page is kept.',
    text: 'To work in the cabinet, read and accept the rules. We record who accepted them, when and from where.',
    accept: 'I accept the rules',
  },
  mfaRequired: {
    over: 'A second factor is needed. What you typed on the page is kept.',
    title: 'Set up one-time codes',
    text: 'The supplier’s people sign in with a password and a code of an authenticator application. Without it the cabinet does not answer.',
    again: 'The codes are set up, but this session began without them. Sign out and in again.',
  },
  operatorClosed: {
    title: 'The service has ended',
    text: 'Your company is no longer served through the cabinet. If this is a mistake, ask your account manager.',
  },
};
