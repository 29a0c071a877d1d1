import * as z from 'zod';

/**
 * The supported properties of `AWS::Cognito::UserPool`. A setting that would change the behaviour and is not
 * supported (aliases, SMS, other triggers) is refused at start rather than ignored.
 */
const passwordPolicySchema = z.object({
  MinimumLength: z.number().int().min(6).max(99).default(8),
  RequireLowercase: z.boolean().default(false),
  RequireUppercase: z.boolean().default(false),
  RequireNumbers: z.boolean().default(false),
  RequireSymbols: z.boolean().default(false),
  TemporaryPasswordValidityDays: z.number().int().min(1).max(365).default(7),
  PasswordHistorySize: z.number().int().min(0).max(24).default(0),
});

/** The policy of a pool that specifies none (Cognito developer guide, "Password requirements"). */
const defaultPasswordPolicy = {
  MinimumLength: 8,
  RequireLowercase: true,
  RequireUppercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  TemporaryPasswordValidityDays: 7,
  PasswordHistorySize: 0,
};

/** CloudFormation writes the limits of an attribute as strings. */
const bound = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
]);

const attributeSchema = z.object({
  Name: z.string().min(1),
  AttributeDataType: z.enum(['String', 'Number', 'DateTime', 'Boolean']).default('String'),
  Mutable: z.boolean().optional(),
  Required: z.boolean().default(false),
  StringAttributeConstraints: z
    .object({ MinLength: bound.optional(), MaxLength: bound.optional() })
    .optional(),
  NumberAttributeConstraints: z.object({ MinValue: bound.optional(), MaxValue: bound.optional() }).optional(),
});

const lambdaConfigSchema = z.strictObject({
  PreTokenGeneration: z.string().optional(),
  PreTokenGenerationConfig: z
    .object({ LambdaArn: z.string().min(1), LambdaVersion: z.literal('V2_0') })
    .optional(),
});

const nothing = z.array(z.never()).max(0).optional();

const userPoolPropertiesSchema = z.object({
  UserPoolName: z.string().default('local'),
  UsernameAttributes: z.array(z.literal('email')).max(1).default([]),
  AliasAttributes: nothing,
  UsernameConfiguration: z.object({ CaseSensitive: z.boolean() }).default({ CaseSensitive: true }),
  Policies: z
    .object({ PasswordPolicy: passwordPolicySchema.default(defaultPasswordPolicy) })
    .default({ PasswordPolicy: defaultPasswordPolicy }),
  MfaConfiguration: z.enum(['OFF', 'ON', 'OPTIONAL']).default('OFF'),
  EnabledMfas: z.array(z.literal('SOFTWARE_TOKEN_MFA')).default([]),
  Schema: z.array(attributeSchema).default([]),
  AdminCreateUserConfig: z
    .object({ InviteMessageTemplate: z.object({ EmailMessage: z.string().optional() }).optional() })
    .default({}),
  VerificationMessageTemplate: z.object({ EmailMessage: z.string().optional() }).default({}),
  LambdaConfig: lambdaConfigSchema.default({}),
  DeletionProtection: z.enum(['ACTIVE', 'INACTIVE']).default('INACTIVE'),
});

export type UserPoolProperties = z.output<typeof userPoolPropertiesSchema>;
export type PasswordPolicy = z.output<typeof passwordPolicySchema>;
export type AttributeDefinition = z.output<typeof attributeSchema>;

/**
 * Parses the resolved properties of an `AWS::Cognito::UserPool`, with Cognito's defaults.
 * @throws ZodError for a property that is malformed or not supported
 */
export function parseUserPoolProperties(properties: unknown): UserPoolProperties {
  return userPoolPropertiesSchema.parse(properties);
}
