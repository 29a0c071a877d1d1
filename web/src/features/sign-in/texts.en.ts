import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: signing in. */
export const texts: TextsLike<typeof russian> = {
  title: 'Sign in',
  login: 'Login (e-mail)',
  submit: 'Sign in',
  forgot: 'Forgot your password?',
  back: 'Back to sign-in',
  passwordChanged: 'Password changed. Sign in with the new one.',
  newPasswordTitle: 'Choose your own password',
  newPasswordText:
    'You signed in with a temporary password. Choose a new one; the temporary one will no longer work.',
  setPassword: 'Save password',
  totpTitle: 'Confirmation code',
  totpText: 'Enter the six digits from your authenticator app.',
  totpSetUpTitle: 'Connect an authenticator',
  forgotTitle: 'New password',
  forgotText: 'Enter your login, and we will e-mail you a code.',
  sendCode: 'Send code',
  resetTitle: 'Code from the e-mail',
  resetText: 'If this login exists, the code has been sent. Enter it and the new password.',
  help: 'Your account manager issues your login.',
  sessionLost: {
    title: 'Your session has ended',
    text: 'Sign in again to continue where you left off. What you entered has been saved.',
  },
};
