import type { Text } from '../../../shared/text.ts';

/** Clauses of version 1. */
export const firstRules: readonly Text[] = [
  {
    ru: 'Кабинет — способ взаимодействия оператора связи с поставщиком услуг по заключённым между ними договорам: заказ и изменение услуг, обращения, расчётные и договорные документы. Условия услуг и цены определяет договор; при расхождении действует он.',
    en: 'The cabinet is a way for a telecom operator to deal with its supplier under the agreements between them: ordering and changing services, requests, settlement and contract documents. Terms and prices are those of the agreement, which prevails where the two differ.',
  },
  {
    ru: 'Доступ получают сотрудники, которых назвал оператор: в заявлении на доступ или через своего администратора кабинета. Оператор отвечает за то, что эти люди вправе действовать от его имени.',
    en: 'Access is given to the people whom the operator named: in its access application or through its own administrator of the cabinet. The operator answers for their right to act in its name.',
  },
  {
    ru: 'Учётная запись личная. Передавать логин, пароль или одноразовые коды другим нельзя, в том числе коллегам и сотрудникам поставщика: поставщик никогда их не спрашивает.',
    en: 'An account is personal. Login, password and one-time codes are not to be passed on, neither to colleagues nor to the supplier’s staff, who never ask for them.',
  },
  {
    ru: 'Временный пароль действует три дня и заменяется при первом входе. Новый пароль не должен использоваться в других системах. Рекомендуем подключить одноразовые коды.',
    en: 'A temporary password is valid for three days and is replaced at the first sign-in. The new one must not be in use elsewhere. We recommend setting up one-time codes.',
  },
  {
    ru: 'Действия под учётной записью считаются действиями оператора. Заявка, отправленная через кабинет, имеет силу письменной заявки по договору, если договор не предусматривает иного.',
    en: 'What is done under an account counts as done by the operator. An order sent through the cabinet has the force of a written order under the agreement, unless the agreement says otherwise.',
  },
  {
    ru: 'Администратор оператора своевременно меняет роли сотрудников и отключает тех, кто уволен или сменил обязанности. В кабинете оператора всегда есть хотя бы один действующий администратор.',
    en: 'The operator’s administrator keeps roles up to date and disables whoever left or changed duties. There is always at least one active administrator.',
  },
  {
    ru: 'О подозрении на чужой доступ сообщите немедленно: завершите все сеансы в настройках, смените пароль и известите персонального менеджера. До этого сообщения последствия несёт оператор.',
    en: 'Report any suspicion of foreign access at once: sign out everywhere in the settings, change the password and tell your account manager. Until then the consequences are the operator’s.',
  },
  {
    ru: 'Данные в заявках и обращениях должны быть достоверными. Загружаемые файлы не должны содержать вредоносных программ и сведений, передавать которые оператор не вправе.',
    en: 'What orders and requests state has to be true. Uploaded files must contain no malicious software, and nothing that the operator has no right to pass on.',
  },
  {
    ru: 'Сведения, доступные в кабинете, — цены, схемы соединений, показатели трафика, матрицы маршрутизации — конфиденциальны и используются только для исполнения договоров.',
    en: 'What the cabinet shows — prices, points of interconnection, traffic figures, routing matrices — is confidential and serves the performance of the agreements only.',
  },
  {
    ru: 'Нельзя обходить ограничения доступа, искать уязвимости без письменного согласия поставщика, создавать нагрузку, мешающую другим. При нарушении доступ приостанавливается.',
    en: 'Getting around access restrictions, searching for vulnerabilities without the supplier’s written consent, and load that disturbs others are forbidden. Access is suspended where that happens.',
  },
  {
    ru: 'Кабинет работает круглосуточно; о плановых работах предупреждаем заранее. Если кабинет недоступен, заявки и обращения принимаются способами, которые указаны в договоре.',
    en: 'The cabinet works around the clock; planned maintenance is announced. While it is unavailable, orders and requests are taken in the ways that the agreement names.',
  },
  {
    ru: 'Поставщик обрабатывает имя, адрес электронной почты, роль, сведения о действиях в кабинете и адрес, с которого приняты правила, — для предоставления доступа и подтверждения действий, по закону о персональных данных (152-ФЗ). Список действий хранится год.',
    en: 'The supplier processes name, e-mail address, role, what is done in the cabinet and the address from which the rules were accepted, to give access and to prove what was done, under the law on personal data (152-FZ). The list of activities is kept for a year.',
  },
  {
    ru: 'Правила могут измениться. Новая версия публикуется с датой вступления в силу; с этой даты кабинет попросит её принять. Прежние версии остаются доступны.',
    en: 'The rules may change. A new version is published with the date from which it is in force; from then on the cabinet asks for its acceptance. Earlier versions stay available.',
  },
];
