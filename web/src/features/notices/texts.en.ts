import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the notices page. */
export const texts: TextsLike<typeof russian> = {
  pageText: 'What everybody who signs in sees on the home page. What has come to its end goes by itself.',
  new: 'New notice',
  change: 'Change the notice',
  edit: 'Change',
  changeOne: 'Change: {{title}}',
  publish: 'Publish',
  wrong: 'Check the fields that are marked.',
  kindLabel: 'About',
  title: 'Title',
  body: 'Text',
  from: 'Show from',
  time: 'Time',
  fromTime: 'Time of the beginning',
  to: 'Show until',
  toTime: 'Time of the end',
  periodText:
    'Moscow time. Without a beginning: from this minute. For 90 days at most: what is needed longer is no notice.',
  state: {
    planned: 'Planned',
    inForce: 'In force',
    past: 'Past',
    withdrawn: 'Withdrawn',
  },
  period: 'Period',
  owner: 'Owner',
  changedBy: 'changed on {{date}}: {{who}}',
  withdraw: 'Withdraw',
  withdrawOne: 'Withdraw: {{title}}',
  withdrawText: 'Nobody will be shown “{{title}}” any more, and there is no way back.',
  emptyTitle: 'No notices',
  emptyText: 'Planned works, holidays, new prices: whatever all operators have to know.',
};
