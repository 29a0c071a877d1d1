import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: access blocks. */
export const texts: TextsLike<typeof russian> = {
  rulesNotAccepted: {
    over: 'The rules have changed. What you entered has been saved.',
    text: 'To work in the cabinet, read and accept the rules. We record who accepted them, when and from which address.',
    accept: 'I accept the rules',
  },
  mfaRequired: {
    over: 'A second factor is required. What you entered has been saved.',
    title: 'Set up one-time codes',
    text: 'The carrier’s employees sign in with a password and a code from an authenticator app. Without a second factor the cabinet is not available.',
    again: 'One-time codes are set up, but this session began without them. Sign out and sign in again.',
  },
  operatorClosed: {
    title: 'The service has ended',
    text: 'Your company is no longer served through the cabinet. If this is a mistake, contact your account manager.',
  },
};
