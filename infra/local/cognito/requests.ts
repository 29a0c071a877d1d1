import * as z from 'zod';

/** Schemas common to several operations (API reference, data types). */
export const username = z.string().min(1).max(128);
export const password = z.string().min(1).max(256);
export const session = z.string().min(20).max(2048);
export const accessToken = z.string().min(1);
export const attributeValues = z.array(
  z.object({ Name: z.string().min(1).max(64), Value: z.string().max(2048).optional() }),
);
export const clientMetadata = z.record(z.string(), z.string()).optional();
export const groupName = z.string().min(1).max(128);

const softwareTokenSettings = z.object({
  Enabled: z.boolean().default(false),
  PreferredMfa: z.boolean().default(false),
});

/** A user's second factors; SMS, e-mail and passkeys are not supported. */
export const mfaPreference = z.object({
  SoftwareTokenMfaSettings: softwareTokenSettings.optional(),
  SMSMfaSettings: softwareTokenSettings.optional(),
  EmailMfaSettings: softwareTokenSettings.optional(),
});
export type MfaPreference = z.output<typeof mfaPreference>;
