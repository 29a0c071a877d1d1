import * as z from 'zod';

/**
 * The attributes of a pre-token-generation event that this trigger reads: event version 2, the first that can change
 * access tokens (Amazon Cognito developer guide, "Pre token generation Lambda trigger").
 */
export const tokenEventSchema = z.looseObject({
  userPoolId: z.string(),
  userName: z.string(),
  request: z.looseObject({
    userAttributes: z.looseObject({ name: z.string().optional() }),
    groupConfiguration: z.looseObject({ groupsToOverride: z.array(z.string()).nullish() }),
  }),
});

export type TokenEvent = z.infer<typeof tokenEventSchema>;
