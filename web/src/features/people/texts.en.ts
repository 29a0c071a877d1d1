import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the page of people and machine accounts. */
export const texts: TextsLike<typeof russian> = {
  text: 'Which of your people sign in to the cabinet, and what they may do there.',
  invite: 'Invite a colleague',
  inviteText: 'A temporary password comes by e-mail; the first sign-in asks for another one.',
  invited: 'The temporary password was sent: {{email}}',
  send: 'Send the invitation',
  emptyTitle: 'Nobody here',
  emptyText: 'Invite the first one.',
  person: 'Person',
  you: 'you',
  name: 'First and last name',
  email: 'E-mail (also the login)',
  roles: 'Roles',
  roleText: {
    administrator: 'Everything, the accounts of people included',
    finance: 'Settlement and contract documents, traffic',
    technical: 'Orders, services, tickets',
  },
  actionsOf: 'Actions: {{who}}',
  unfinished: 'The last change was interrupted: repeat it',
  oneself: 'Only another administrator can disable or remove you.',
  leavesAdministration: 'After this you cannot manage people any more.',
  step: {
    roles: 'Change the roles',
    inviteAgain: 'Invite again',
    disable: 'Disable',
    enable: 'Enable',
    remove: 'Remove',
  },
  ask: {
    disable: '{{who}} cannot sign in any more. A cabinet that is open ends within a quarter of an hour.',
    enable: '{{who}} can sign in again, with the password and the roles of before.',
    remove: 'The account of {{who}} is gone for good. What was done with it stays in the activity.',
  },
  machines: {
    title: 'Accounts of systems',
    text: 'For your OSS and BSS, which speak to the API without a person.',
    empty: 'No systems yet.',
    create: 'Make an account',
    system: 'System',
    systemText: 'What you call it, such as "Billing".',
    login: 'Login',
    createdAt: 'Made on',
    revoke: 'Revoke',
    revokeOne: 'Revoke: {{name}}',
    revokeText:
      'The system "{{name}}" cannot sign in any more. This account cannot be had back; make another.',
    onceTitle: 'The password is shown this once',
    onceText: 'Keep it now: it is not stored, and will not be shown again.',
    copy: 'Copy',
    copied: 'Copied',
    copyWhat: 'Copy: {{what}}',
    kept: 'I have kept it',
  },
};
