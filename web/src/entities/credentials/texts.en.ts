import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: passwords and one-time codes. */
export const texts: TextsLike<typeof russian> = {
  password: 'Password',
  showPassword: 'Show the password',
  newPassword: 'New password',
  passwordRules: 'At least 12 characters: lower and upper case letters, a digit and a special character',
  totpSetUpText: 'Scan the code with an authenticator application and enter the six digits that it shows.',
  totpSecret: 'Or type the key:',
  code: 'Code',
  codeDigit: 'Digit {{position}} of {{length}}',
  confirm: 'Confirm',
  failures: {
    wrongPassword: 'Login or password do not match.',
    wrongCode: 'The code did not match. Check the digits and the time of the device.',
    expiredCode: 'The code has expired. Ask for a new one.',
    weakPassword:
      'The password is too simple: at least 12 characters, lower and upper case letters, a digit and a special character.',
    tooManyAttempts: 'Too many attempts. Wait for a few minutes.',
    temporaryExpired: 'The temporary password has expired. Ask your manager for a new one.',
    sessionExpired: 'The time for this step is over. Start signing in again.',
    unreachable: 'The sign-in server cannot be reached. Check the connection and try again.',
    unknown: 'Signing in did not work. Try again later.',
  },
  connectTotp: 'Connect an authenticator',
};
