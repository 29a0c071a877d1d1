import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the home page. */
export const texts: TextsLike<typeof russian> = {
  application: 'Application {{code}}',
  applicationOverdue: 'overdue',
  title: 'Dashboard',
  waiting: 'Waiting for you',
  overdue: 'Overdue',
  nothingWaits: 'Nothing waits for your answer.',
  nothingOverdue: 'Everything is on time.',
  all: 'All',
  recent: 'Latest orders',
  new: 'new',
  sections: 'Sections',
  about: {
    home: 'What needs attention today',
    orders: 'Send an order and follow its delivery',
    queue: 'Orders of your operators by due date',
    services: 'Every service in a single window',
    catalog: 'What can be connected and what it costs',
    portfolio: 'The operators that you serve',
    applications: 'Who asks for access, and what they sent for it',
    people: 'Who works in the cabinet, and with which rights',
    activity: 'What your people did',
    operators: 'Whether operators are served, and by whom',
    notices: 'Announcements to all users',
    scanAccess: 'Who looked at the documents of applicants',
    manageCatalog: 'Services, characteristics and prices',
  },
  noticeUntil: 'until {{until}}',
  dismissNotice: 'Dismiss the notice: {{title}}',
};
