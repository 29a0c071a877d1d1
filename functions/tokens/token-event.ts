import * as z from 'zod';

/**
 * What Cognito hands to a pre-token-generation trigger, as far as this one looks at it: event version 2, which alone can
 * change access tokens (Amazon Cognito developer guide, "Pre token generation Lambda trigger").
 */
export const tokenEventSchema = z.looseObject({
  userPoolId: z.string(),
  userName: z.string(),
  request: z.looseObject({
    groupConfiguration: z.looseObject({ groupsToOverride: z.array(z.string()).nullish() }),
  }),
});

export type TokenEvent = z.infer<typeof tokenEventSchema>;
