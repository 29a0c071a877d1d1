/** Texts in Russian: the form of an access application. */
export const texts = {
  legalAddress: 'Юридический адрес',
  agreementNumber: 'Номер договора',
  agreementNumberText: 'Если договор с нами уже заключён',
  contact: 'Контакт по заявлению',
  contactText: 'Кому писать и звонить, если возникнут вопросы.',
  personName: 'Фамилия, имя и отчество',
  email: 'Эл. почта',
  phone: 'Телефон',
  users: 'Пользователи кабинета',
  usersText:
    'Кому открыть доступ. Хотя бы один должен быть администратором: остальных он сможет пригласить сам.',
  user: 'Пользователь {{number}}',
  userEmailText: 'Станет логином',
  roles: 'Роли',
  roleText: {
    administrator: 'Все разделы и управление сотрудниками',
    finance: 'Счета и расчётные документы',
    technical: 'Заказ услуг и обращения',
  },
  addUser: 'Добавить пользователя',
  removeUser: 'Убрать пользователя {{number}}',
} as const;
