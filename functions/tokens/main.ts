import { connectAccounts } from './store.ts';
import { environmentSchema } from './environment.ts';
import { addSecondFactor } from './second-factor.ts';

environmentSchema.parse(process.env);
const hasSecondFactor = connectAccounts();

/** Cognito's pre-token-generation trigger. */
export const handler = (event: unknown) => addSecondFactor(event, hasSecondFactor);
