import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the activity page. */
export const texts: TextsLike<typeof russian> = {
  text: 'Actions in your company’s cabinet over the last year. The progress of an order is on its page.',
  empty: 'No activity yet.',
  service: 'Service {{number}}',
  colleague: 'Employee',
  machine: 'System “{{name}}”',
  rules: 'Rules, version {{version}}',
  what: 'Action',
  subject: 'Object',
  action: {
    created: 'Created',
    changed: 'Changed',
    stateChanged: 'State changed',
    noted: 'Note',
    cancellationRequested: 'Cancellation requested',
    invited: 'Invited',
    invitedAgain: 'Invited again',
    rolesChanged: 'Roles changed',
    disabled: 'Disabled',
    enabled: 'Enabled',
    removed: 'Removed',
    revoked: 'Revoked',
    rulesAccepted: 'Rules accepted',
    downloaded: 'Downloaded',
    fileAdded: 'File added',
    fileRemoved: 'File removed',
  },
};
