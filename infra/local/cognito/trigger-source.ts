import * as z from 'zod';

/** Reason of a token generation, as passed to the pre-token-generation trigger. */
export const triggerSourceSchema = z.enum(['Authentication', 'NewPasswordChallenge', 'RefreshTokens']);

export type TriggerSource = z.output<typeof triggerSourceSchema>;
