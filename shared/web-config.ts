// The small build of zod: the pages load this before anything is on the screen.
import * as z from 'zod/mini';

/**
 * `/config.json`: what the pages have to know of where they run. Written by the web stack in the cloud and by the
 * local start on one machine; read by the pages before they sign anybody in.
 */
export const webConfigSchema = z.object({
  region: z.string(),
  userPoolId: z.string(),
  userPoolClientId: z.string(),
  /** Address of the user pool where it is not Amazon's own. */
  userPoolEndpoint: z.optional(z.string()),
  /** Origins that links to files lead to. */
  fileOrigins: z.optional(z.array(z.url())),
  /** Whose cabinet this is. */
  brand: z.object({
    name: z.object({ ru: z.string(), en: z.string() }),
    /** Address of the logo, on the same origin. */
    logo: z.string(),
  }),
});

export type WebConfig = z.infer<typeof webConfigSchema>;
