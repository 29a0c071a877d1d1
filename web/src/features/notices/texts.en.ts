import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the notices page. */
export const texts: TextsLike<typeof russian> = {
  pageText: 'Shown on the home page to everyone who signs in. Expired notices disappear automatically.',
  new: 'New notice',
  change: 'Edit notice',
  edit: 'Edit',
  changeOne: 'Edit: {{title}}',
  publish: 'Publish',
  wrong: 'Check the highlighted fields.',
  kindLabel: 'Type',
  title: 'Title',
  body: 'Text',
  from: 'Show from',
  time: 'Time',
  fromTime: 'Start time',
  to: 'Show until',
  toTime: 'End time',
  periodText: 'Moscow time. If no start is given, the notice is shown immediately. 90 days at most.',
  state: {
    planned: 'Planned',
    inForce: 'In force',
    past: 'Expired',
    withdrawn: 'Withdrawn',
  },
  period: 'Period',
  owner: 'Owner',
  changedBy: 'changed on {{date}}: {{who}}',
  withdraw: 'Withdraw',
  withdrawOne: 'Withdraw: {{title}}',
  withdrawText: '“{{title}}” will no longer be shown to anyone. This cannot be undone.',
  emptyTitle: 'No notices',
  emptyText: 'Planned works, holidays, new prices: anything all operators need to know.',
};
