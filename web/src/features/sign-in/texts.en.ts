import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: signing in. */
export const texts: TextsLike<typeof russian> = {
  title: 'Sign in',
  login: 'Login (e-mail)',
  submit: 'Sign in',
  forgot: 'Forgot the password?',
  back: 'Back to sign-in',
  passwordChanged: 'The password is changed. Sign in with the new one.',
  newPasswordTitle: 'Choose your own password',
  newPasswordText:
    'You signed in with a temporary password. Choose a new one; the temporary one will no longer work.',
  setPassword: 'Save the password',
  totpTitle: 'Confirmation code',
  totpText: 'Enter the six digits from your authenticator application.',
  totpSetUpTitle: 'Connect an authenticator',
  forgotTitle: 'New password',
  forgotText: 'Enter your login, and we send a code to your e-mail.',
  sendCode: 'Send the code',
  resetTitle: 'Code from the e-mail',
  resetText: 'If this login exists, the code is on its way. Enter it and the new password.',
  help: 'Your account manager issues the login.',
  sessionLost: {
    title: 'The session is over',
    text: 'Sign in again to go on where you were. What you typed on the page is kept.',
  },
};
