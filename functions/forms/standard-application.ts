import type { ApplicationDraft } from '../../shared/application/application-form.ts';
import type { OperatorRole } from '../../shared/auth/roles.ts';

/** One line of the form: its label and its value, or a blank line to write on. */
export interface Field {
  readonly label: string;
  readonly value: string | undefined;
}

/** The standard application, as printed. */
export interface StandardApplication {
  readonly addressee: string;
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly fields: readonly Field[] }[];
  readonly statement: string;
  readonly attachments: readonly string[];
  /** Reference code, if the form was filled in online. */
  readonly code: string | undefined;
}

const roleNames: Readonly<Record<OperatorRole, string>> = {
  administrator: 'администратор',
  finance: 'финансовый специалист',
  technical: 'технический специалист',
};

/** Number of rows for users in a blank form. */
const blankUsers = 3;

/**
 * Composes the standard application: blank, or with the values filled in so far.
 *
 * @param carrier the addressee
 */
export function standardApplication(
  carrier: string,
  form: ApplicationDraft = {},
  code?: string,
): StandardApplication {
  const { company = {}, contact = {}, users = [] } = form;
  const rows = users.length > 0 ? users : Array.from({ length: blankUsers }, () => ({}));
  return {
    addressee: carrier,
    title: 'Заявление на доступ в кабинет оператора',
    sections: [
      {
        heading: 'Оператор связи',
        fields: [
          { label: 'Полное наименование', value: company.name },
          { label: 'ИНН', value: company.taxpayerNumber },
          { label: 'КПП', value: company.registrationReasonCode },
          { label: 'ОГРН (ОГРНИП)', value: company.registrationNumber },
          { label: 'Юридический адрес', value: company.legalAddress },
          { label: 'Договор №', value: form.agreementNumber },
        ],
      },
      {
        heading: 'Контактное лицо',
        fields: [
          { label: 'Фамилия, имя, отчество', value: contact.name },
          { label: 'Электронная почта', value: contact.email },
          { label: 'Телефон', value: contact.phone },
        ],
      },
      {
        heading: 'Пользователи',
        fields: rows.map((user: NonNullable<ApplicationDraft['users']>[number], index) => ({
          label: `${String(index + 1)}. ФИО, почта, роль`,
          value:
            user.name === undefined && user.email === undefined
              ? undefined
              : [user.name, user.email, (user.roles ?? []).map((role) => roleNames[role]).join(', ')]
                  .filter((part) => part !== undefined && part !== '')
                  .join(', '),
        })),
      },
    ],
    statement:
      'Просим предоставить перечисленным пользователям доступ в кабинет оператора. С правилами работы ' +
      'в кабинете ознакомлены. Согласие пользователей на обработку персональных данных получено.',
    attachments: [
      'копия документа, удостоверяющего личность подписавшего;',
      'документ о полномочиях подписавшего (доверенность, решение о назначении).',
    ],
    code,
  };
}
