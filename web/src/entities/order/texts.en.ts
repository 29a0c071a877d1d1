import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: what several pages say of an order. */
export const texts: TextsLike<typeof russian> = {
  order: {
    open: 'Open the order',
    new: 'New order',
    number: 'Order {{number}}',
    overdue: 'overdue',
    ownReference: 'Your reference',
    description: 'Description',
    priority: 'Priority',
    requestedStart: 'Requested start',
    requestedCompletion: 'Requested date',
    contact: 'Contact for this order',
    billingAccount: 'Billing account',
    agreement: 'Agreement',
    noPrice: 'Nothing to pay.',
    action: {
      add: 'Connect',
      modify: 'Change',
      delete: 'Disconnect',
      noChange: 'No change',
    },
    priorities: {
      '0': 'Critical',
      '1': 'Very urgent',
      '2': 'Urgent',
      '3': 'Raised',
      '4': 'Usual',
    },
    files: 'Files',
    removeFile: 'Remove file {{name}}',
  },
};
