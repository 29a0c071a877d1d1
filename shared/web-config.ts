// The small build of zod, since the pages load this before they show anything.
import * as z from 'zod/mini';

/**
 * `/config.json`: the environment of the pages. Written by the web stack in the cloud and by the local stack; read by the
 * pages before sign-in.
 */
export const webConfigSchema = z.object({
  region: z.string(),
  userPoolId: z.string(),
  userPoolClientId: z.string(),
  /** Endpoint of the user pool, if it is not Amazon's. */
  userPoolEndpoint: z.optional(z.string()),
  /** Origins of file downloads and uploads. */
  fileOrigins: z.optional(z.array(z.url())),
  /** The carrier's brand. */
  brand: z.object({
    name: z.object({ ru: z.string(), en: z.string() }),
    /** Path of the logo, on the same origin. */
    logo: z.string(),
  }),
});

export type WebConfig = z.infer<typeof webConfigSchema>;
