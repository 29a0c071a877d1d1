import type { Text } from '../../../shared/text.ts';
import { firstRules } from './version-1.ts';

/** Clauses of version 2: version 1, and rules for operators' own systems. */
export const secondRules: readonly Text[] = [
  ...firstRules,
  {
    ru: 'Информационная система оператора подключается отдельной машинной учётной записью, которую создаёт его администратор. Пароль показывается один раз и хранится в защищённом хранилище системы. Администратор отвечает за действия системы, за принятие правил от её имени и отзывает учётную запись, когда она больше не нужна.',
    en: 'An operator’s own system connects with a machine account of its own, which the operator’s administrator creates. Its password is shown once and is to be kept in the system’s vault. The administrator answers for what the system does and for these rules in its name, and revokes the account when it is no longer needed.',
  },
  {
    ru: 'Система соблюдает пределы частоты запросов, повторяет запросы с прежним ключом идемпотентности и готова к новым атрибутам и состояниям, о которых объявлено в описании API.',
    en: 'Such a system keeps to the limits of request rates, repeats requests under the same idempotency key, and is ready for the new attributes and states that the description of the API announces.',
  },
];
