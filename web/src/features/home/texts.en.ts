import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the home page. */
export const texts: TextsLike<typeof russian> = {
  application: 'Application {{code}}',
  applicationOverdue: 'overdue',
  title: 'Dashboard',
  waiting: 'Waiting for you',
  overdue: 'Overdue',
  nothingWaits: 'Nothing is waiting for you.',
  nothingOverdue: 'Everything is on time.',
  all: 'All',
  recent: 'Latest orders',
  new: 'new',
  sections: 'Sections',
  about: {
    home: 'What needs attention today',
    orders: 'Submit an order and follow its progress',
    queue: 'Orders of your operators by due date',
    services: 'All services in one place',
    catalog: 'What you can order and what it costs',
    portfolio: 'The operators you serve',
    applications: 'Who has applied for access, and with which documents',
    people: 'Who works in the cabinet, and with which rights',
    activity: 'Actions in your company’s cabinet',
    operators: 'The operators’ status and their account managers',
    notices: 'Announcements to all users',
    scanAccess: 'Who opened applicants’ documents',
    manageCatalog: 'Services, characteristics and prices',
  },
  noticeUntil: 'until {{until}}',
  dismissNotice: 'Dismiss the notice: {{title}}',
};
