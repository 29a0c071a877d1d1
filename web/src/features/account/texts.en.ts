import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the account page. */
export const texts: TextsLike<typeof russian> = {
  languageText: 'The cabinet speaks to you in it on every device, and writes you letters in it.',
  passwordTitle: 'Password',
  oldPassword: 'Current password',
  changePassword: 'Change the password',
  passwordChanged: 'The password is changed.',
  totpTitle: 'Second factor',
  totpText: 'Signing in takes a code from an authenticator application beside the password.',
  totpOn: 'On',
  totpOff: 'Off',
  totpTurnOff: 'Turn off',
};
