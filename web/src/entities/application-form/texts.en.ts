import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the form of an access application. */
export const texts: TextsLike<typeof russian> = {
  legalAddress: 'Registered address',
  agreementNumber: 'Agreement number',
  agreementNumberText: 'If there is an agreement with us already',
  contact: 'Contact',
  contactText: 'Whom to write to and call if there are questions.',
  personName: 'Full name',
  email: 'E-mail',
  phone: 'Telephone',
  users: 'Users of the cabinet',
  usersText: 'Who gets access. At least one of them is an administrator, who can invite the others.',
  user: 'User {{number}}',
  userEmailText: 'Becomes the login',
  roles: 'Roles',
  roleText: {
    administrator: 'All sections, and the company’s people',
    finance: 'Invoices and settlement documents',
    technical: 'Ordering services, and tickets',
  },
  addUser: 'Add a user',
  removeUser: 'Remove user {{number}}',
};
