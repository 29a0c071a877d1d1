import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: orders, on several pages. */
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
    requestedCompletion: 'Requested completion',
    contact: 'Contact for this order',
    billingAccount: 'Billing account',
    agreement: 'Agreement',
    noPrice: 'No charge.',
    action: {
      add: 'Connect',
      modify: 'Change',
      delete: 'Disconnect',
      noChange: 'Unchanged',
    },
    priorities: {
      '0': 'Critical',
      '1': 'Very high',
      '2': 'High',
      '3': 'Elevated',
      '4': 'Normal',
    },
    files: 'Files',
    removeFile: 'Remove file {{name}}',
  },
};
