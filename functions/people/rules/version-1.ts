import type { Text } from '../../../shared/text.ts';

/** Clauses of version 1. */
export const firstRules: readonly Text[] = [
  {
    ru: 'Кабинет — способ взаимодействия оператора связи с поставщиком услуг по заключённым между ними договорам: заказ и изменение услуг, обращения, расчётные и договорные документы. Условия услуг и цены определяет договор; при расхождении действует он.',
    en: 'The cabinet is the channel through which a telecom operator works with the carrier under their agreements: ordering and changing services, tickets, settlement and contract documents. Service terms and prices are set by the agreement, which prevails in case of any discrepancy.',
  },
  {
    ru: 'Доступ получают сотрудники, которых указал оператор: в заявлении на доступ или через своего администратора кабинета. Оператор отвечает за то, что эти люди вправе действовать от его имени.',
    en: 'Access is given to employees whom the operator has named in its access application or through its cabinet administrator. The operator is responsible for their authority to act on its behalf.',
  },
  {
    ru: 'Учётная запись личная. Передавать логин, пароль или одноразовые коды другим нельзя, в том числе коллегам и сотрудникам поставщика: поставщик никогда их не спрашивает.',
    en: 'An account is personal. Login, password and one-time codes must not be shared with anyone, including colleagues and the carrier’s employees: the carrier never asks for them.',
  },
  {
    ru: 'Временный пароль действует три дня и заменяется при первом входе. Новый пароль не должен использоваться в других системах. Рекомендуем подключить одноразовые коды.',
    en: 'A temporary password is valid for three days and is replaced at the first sign-in. The new password must not be used in other systems. We recommend setting up one-time codes.',
  },
  {
    ru: 'Действия под учётной записью считаются действиями оператора. Заявка, отправленная через кабинет, имеет силу письменной заявки по договору, если договор не предусматривает иного.',
    en: 'Actions under an account are considered actions of the operator. An order submitted through the cabinet has the force of a written order under the agreement, unless the agreement provides otherwise.',
  },
  {
    ru: 'Администратор оператора своевременно меняет роли сотрудников и отключает тех, кто уволен или сменил обязанности. В кабинете оператора всегда есть хотя бы один действующий администратор.',
    en: 'The operator’s administrator keeps employees’ roles up to date and disables the accounts of those who have left or changed duties. An operator always has at least one active administrator.',
  },
  {
    ru: 'При подозрении на несанкционированный доступ немедленно завершите все сеансы, смените пароль и сообщите персональному менеджеру. До этого сообщения ответственность за последствия несёт оператор.',
    en: 'Report suspected unauthorized access immediately: sign out on all devices, change the password and inform your account manager. Until then the operator bears the consequences.',
  },
  {
    ru: 'Данные в заявках и обращениях должны быть достоверными. Загружаемые файлы не должны содержать вредоносных программ и сведений, передавать которые оператор не вправе.',
    en: 'The information in orders and tickets must be accurate. Uploaded files must not contain malicious software or information that the operator has no right to disclose.',
  },
  {
    ru: 'Сведения, доступные в кабинете, — цены, схемы соединений, показатели трафика, матрицы маршрутизации — конфиденциальны и используются только для исполнения договоров.',
    en: 'The information in the cabinet — prices, points of interconnection, traffic figures, routing matrices — is confidential and may only be used to perform the agreements.',
  },
  {
    ru: 'Нельзя обходить ограничения доступа, искать уязвимости без письменного согласия поставщика, создавать нагрузку, мешающую другим. При нарушении доступ приостанавливается.',
    en: 'Circumventing access restrictions, searching for vulnerabilities without the carrier’s written consent and creating load that disturbs others are prohibited. Access is suspended in case of violation.',
  },
  {
    ru: 'Кабинет работает круглосуточно; о плановых работах предупреждаем заранее. Если кабинет недоступен, заявки и обращения принимаются способами, которые указаны в договоре.',
    en: 'The cabinet works around the clock; planned maintenance is announced. While it is unavailable, orders and tickets are accepted by the means specified in the agreement.',
  },
  {
    ru: 'Поставщик обрабатывает имя, адрес электронной почты, роль, сведения о действиях в кабинете и адрес, с которого приняты правила, — для предоставления доступа и подтверждения действий, по закону о персональных данных (152-ФЗ). Журнал действий хранится год.',
    en: 'The carrier processes the name, e-mail address, role, actions in the cabinet and the address from which the rules were accepted, in order to provide access and to document actions, under the personal data law (152-FZ). The activity log is kept for a year.',
  },
  {
    ru: 'Правила могут измениться. Новая версия публикуется с датой вступления в силу; с этой даты кабинет попросит её принять. Прежние версии остаются доступны.',
    en: 'The rules may change. A new version is published with its effective date; from that date the cabinet asks you to accept it. Earlier versions remain available.',
  },
];
