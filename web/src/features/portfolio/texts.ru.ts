/** Texts in Russian: the portfolio page. */
export const texts = {
  text: 'Операторы, которых вы ведёте.',
  served: 'Обслуживается',
  suspended: 'Приостановлено',
  whatIsThere: 'Перейти',
  ordersOf: 'Заявки: {{name}}',
  servicesOf: 'Услуги: {{name}}',
  noOperatorsTitle: 'Операторов пока нет',
  noOperatorsText: 'Операторов за менеджером закрепляет администратор кабинета.',
  noSuchOperator: 'Среди ваших операторов такого нет.',
} as const;
