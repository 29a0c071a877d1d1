import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the services pages. */
export const texts: TextsLike<typeof russian> = {
  connect: 'Connect a service',
  kind: 'Kind',
  status: 'State',
  place: 'Point of interconnection',
  name: 'Service',
  since: 'Active since',
  monthly: 'Monthly, without VAT',
  chooseOperatorTitle: 'Choose an operator',
  chooseOperatorText: 'Services are shown for one operator at a time.',
  emptyTitle: 'No services yet',
  emptyText: 'Every service that you receive will be here, once your first order is accepted.',
  ordered: 'Ordered',
  terminated: 'Terminated',
  orders: 'Orders for this service',
  change: 'Change',
  disconnect: 'Disconnect',
  changed: 'Characteristics changed',
  busyTitle: 'An order for this service is open',
  suspend: 'Suspend',
  resume: 'Resume',
  reasonText: 'The operator will read the reason.',
};
