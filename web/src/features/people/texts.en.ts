import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the page of people and machine accounts. */
export const texts: TextsLike<typeof russian> = {
  text: 'Which of your employees use the cabinet, and with which rights.',
  invite: 'Invite a colleague',
  inviteText: 'They will get an e-mail with a temporary password and choose their own at first sign-in.',
  invited: 'Temporary password sent to {{email}}',
  send: 'Send invitation',
  emptyTitle: 'No employees yet',
  emptyText: 'Invite the first one.',
  person: 'Employee',
  you: 'you',
  name: 'First and last name',
  email: 'E-mail (also the login)',
  roles: 'Roles',
  roleText: {
    administrator: 'Everything, including employees’ accounts',
    finance: 'Settlement and contract documents, traffic',
    technical: 'Orders, services, tickets',
  },
  actionsOf: 'Actions: {{who}}',
  unfinished: 'The last change was not completed: repeat it',
  oneself: 'Only another administrator can disable or remove your account.',
  leavesAdministration: 'After this you will no longer be able to manage employees.',
  step: {
    roles: 'Change roles',
    inviteAgain: 'Invite again',
    disable: 'Disable',
    enable: 'Enable',
    remove: 'Remove',
  },
  ask: {
    disable: '{{who}} will no longer be able to sign in. An open session ends within 15 minutes.',
    enable: '{{who}} will be able to sign in again with the same password and roles.',
    remove: 'The account of {{who}} will be deleted permanently. Its actions stay in the activity log.',
  },
  machines: {
    title: 'System accounts',
    text: 'For OSS/BSS and your other systems that use the API.',
    empty: 'No systems yet.',
    create: 'Create an account',
    system: 'System',
    systemText: 'What you call it, such as “Billing”.',
    login: 'Login',
    createdAt: 'Created on',
    revoke: 'Revoke',
    revokeOne: 'Revoke: {{name}}',
    revokeText:
      'The system “{{name}}” will no longer be able to sign in. The account cannot be restored; you can only create a new one.',
    onceTitle: 'The password is shown only once',
    onceText: 'Save it now: it is not stored and will not be shown again.',
    copy: 'Copy',
    copied: 'Copied',
    copyWhat: 'Copy: {{what}}',
    kept: 'I have saved it',
  },
};
