import type { ConsumerDeclaration } from '../declarations/consumer.ts';

export const declaration: ConsumerDeclaration = {
  consumes: 'stream',
  description: 'Publishes changes of the table',
  impact: 'Nobody is notified of changes',
  grant: (consumer, { bus }) => {
    consumer.publishesTo(bus);
  },
};
