import type { Text } from '../../../shared/text.ts';
import { firstRules } from './version-1.ts';

/** Clauses of version 2: version 1, and rules for operators' own systems. */
export const secondRules: readonly Text[] = [
  ...firstRules,
  {
    ru: 'Информационная система оператора подключается отдельной машинной учётной записью, которую создаёт его администратор. Пароль показывается один раз и хранится в защищённом хранилище системы. Администратор отвечает за действия системы, за принятие правил от её имени и отзывает учётную запись, когда она больше не нужна.',
    en: 'An operator’s system connects with a separate machine account created by the operator’s administrator. The password is shown once and must be kept in the system’s secret store. The administrator is responsible for the system’s actions, accepts the rules on its behalf, and revokes the account when it is no longer needed.',
  },
  {
    ru: 'Система соблюдает пределы частоты запросов, повторяет запросы с прежним ключом идемпотентности и готова к новым атрибутам и состояниям, о которых объявлено в описании API.',
    en: 'The system observes the rate limits, repeats requests with the same idempotency key, and tolerates new attributes and states announced in the API description.',
  },
];
