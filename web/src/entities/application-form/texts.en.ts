import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the form of an access application. */
export const texts: TextsLike<typeof russian> = {
  legalAddress: 'Registered address',
  agreementNumber: 'Agreement number',
  agreementNumberText: 'If you already have an agreement with us',
  contact: 'Contact',
  contactText: 'Who to contact with questions.',
  personName: 'Full name',
  email: 'E-mail',
  phone: 'Telephone',
  users: 'Users of the cabinet',
  usersText: 'Who gets access. At least one must be an administrator, who can invite the others.',
  user: 'User {{number}}',
  userEmailText: 'Will be the login',
  roles: 'Roles',
  roleText: {
    administrator: 'All sections, and managing the company’s people',
    finance: 'Invoices and settlement documents',
    technical: 'Service orders and tickets',
  },
  addUser: 'Add a user',
  removeUser: 'Remove user {{number}}',
};
