import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the account page. */
export const texts: TextsLike<typeof russian> = {
  languageText: 'Used on all your devices and in e-mails to you.',
  passwordTitle: 'Password',
  oldPassword: 'Current password',
  changePassword: 'Change password',
  passwordChanged: 'Password changed.',
  totpTitle: 'Second factor',
  totpText: 'Signing in requires a code from an authenticator app in addition to the password.',
  totpOn: 'On',
  totpOff: 'Off',
  totpTurnOff: 'Turn off',
};
