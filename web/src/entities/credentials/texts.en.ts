import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: passwords and one-time codes. */
export const texts: TextsLike<typeof russian> = {
  password: 'Password',
  showPassword: 'Show password',
  newPassword: 'New password',
  passwordRules:
    'At least 12 characters, with lower-case and upper-case letters, a digit and a special character',
  totpSetUpText: 'Scan the code with an authenticator app and enter the six digits it shows.',
  totpSecret: 'Or enter the key manually:',
  code: 'Code',
  codeDigit: 'Digit {{position}} of {{length}}',
  confirm: 'Confirm',
  failures: {
    wrongPassword: 'Incorrect login or password.',
    wrongCode: 'Incorrect code. Check the digits and the time on your device.',
    expiredCode: 'The code has expired. Request a new one.',
    weakPassword:
      'The password is too simple: use at least 12 characters, with lower-case and upper-case letters, a digit and a special character.',
    tooManyAttempts: 'Too many attempts. Wait a few minutes.',
    temporaryExpired: 'The temporary password has expired. Ask your manager for a new one.',
    sessionExpired: 'This step has timed out. Start signing in again.',
    unreachable: 'The sign-in server cannot be reached. Check your connection and try again.',
    unknown: 'Sign-in failed. Try again later.',
  },
  connectTotp: 'Connect an authenticator',
};
