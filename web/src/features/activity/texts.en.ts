import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the activity page. */
export const texts: TextsLike<typeof russian> = {
  text: 'What your people did in the last year. The progress of each order is on its own page.',
  empty: 'Nothing has happened yet.',
  service: 'Service {{number}}',
  colleague: 'A colleague',
  machine: 'Account of the system "{{name}}"',
  rules: 'Rules, version {{version}}',
  what: 'What was done',
  subject: 'To what',
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
