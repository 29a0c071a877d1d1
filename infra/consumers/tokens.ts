import type { ConsumerDeclaration } from '../declarations/consumer.ts';

export const declaration: ConsumerDeclaration = {
  consumes: 'tokens',
  description: 'Adds to every access token whether its owner has a second factor',
  impact: 'Nobody can sign in',
  // Cognito refuses the sign-in when a trigger takes more than five seconds.
  timeoutSeconds: 4,
  grant: (consumer, userPool) => {
    consumer.readsAccounts(userPool);
  },
};
