import { connectCognito, CognitoPool } from '../../shared/identity/cognito/pool.ts';
import { hasSecondFactor } from '../../shared/identity/cognito/second-factor.ts';
import { environmentSchema } from './environment.ts';
import { addClaims } from './add-claims.ts';

environmentSchema.parse(process.env);
/**
 * Cognito waits five seconds for a trigger and then refuses the sign-in. Two attempts of at most a second and a half
 * leave time for the function itself.
 */
const client = connectCognito({ attempts: 2, requestTimeout: 1000 });

/** Cognito's pre-token-generation trigger. */
export const handler = (event: unknown) =>
  addClaims(event, ({ userPoolId, userName }) =>
    hasSecondFactor(new CognitoPool(client, userPoolId))(userName),
  );
