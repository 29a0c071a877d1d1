/** Texts in Russian: the account page. */
export const texts = {
  languageText: 'На этом языке кабинет открывается на всех ваших устройствах, на нём же приходят письма.',
  passwordTitle: 'Пароль',
  oldPassword: 'Нынешний пароль',
  changePassword: 'Сменить пароль',
  passwordChanged: 'Пароль изменён.',
  totpTitle: 'Второй фактор',
  totpText: 'При входе, кроме пароля, понадобится код из приложения-аутентификатора.',
  totpOn: 'Включён',
  totpOff: 'Выключен',
  totpTurnOff: 'Выключить',
} as const;
