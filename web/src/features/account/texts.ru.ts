/** Texts in Russian: the account page. */
export const texts = {
  languageText: 'На этом языке кабинет открывается на всех ваших устройствах и приходят письма.',
  passwordTitle: 'Пароль',
  oldPassword: 'Текущий пароль',
  changePassword: 'Сменить пароль',
  passwordChanged: 'Пароль изменён.',
  totpTitle: 'Второй фактор',
  totpText: 'При входе кроме пароля потребуется код из приложения-аутентификатора.',
  totpOn: 'Включён',
  totpOff: 'Выключен',
  totpTurnOff: 'Выключить',
} as const;
