import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the services pages. */
export const texts: TextsLike<typeof russian> = {
  connect: 'Connect a service',
  kind: 'Kind',
  status: 'State',
  place: 'Place',
  name: 'Service',
  since: 'Active since',
  monthly: 'Monthly, excl. VAT',
  chooseOperatorTitle: 'Choose an operator',
  chooseOperatorText: 'Services are shown for one operator at a time.',
  emptyTitle: 'No services yet',
  emptyText: 'Your services will appear here once we accept your first order.',
  ordered: 'Ordered',
  terminated: 'Terminated',
  orders: 'Orders for this service',
  change: 'Change',
  disconnect: 'Disconnect',
  changed: 'Characteristics changed',
  busyTitle: 'An order for this service is in progress',
  suspend: 'Suspend',
  resume: 'Resume',
  reasonText: 'The operator will see the reason.',
};
