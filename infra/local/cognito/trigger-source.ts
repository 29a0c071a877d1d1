import * as z from 'zod';

/** Why tokens are made, as the pre-token-generation trigger is told. */
export const triggerSourceSchema = z.enum(['Authentication', 'NewPasswordChallenge', 'RefreshTokens']);

export type TriggerSource = z.output<typeof triggerSourceSchema>;
