import * as z from 'zod';

const secondsIn = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
const unit = z.enum(['seconds', 'minutes', 'hours', 'days']);

/** The flows of a client that specifies none (API reference, `CreateUserPoolClient`). */
const defaultFlows = ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'];

const userPoolClientPropertiesSchema = z.object({
  ClientName: z.string().default('local'),
  // A browser cannot keep a secret, and secret hashes are not checked here: a client with a secret is refused at
  // start.
  GenerateSecret: z.literal(false).optional(),
  ExplicitAuthFlows: z.array(z.string()).default(defaultFlows),
  PreventUserExistenceErrors: z.enum(['ENABLED', 'LEGACY']).default('LEGACY'),
  EnableTokenRevocation: z.boolean().default(true),
  AuthSessionValidity: z.number().int().min(3).max(15).default(3),
  AccessTokenValidity: z.number().positive().default(1),
  IdTokenValidity: z.number().positive().default(1),
  RefreshTokenValidity: z.number().min(0).default(30),
  TokenValidityUnits: z
    .object({
      AccessToken: unit.default('hours'),
      IdToken: unit.default('hours'),
      RefreshToken: unit.default('days'),
    })
    .default({ AccessToken: 'hours', IdToken: 'hours', RefreshToken: 'days' }),
  RefreshTokenRotation: z
    .object({
      Feature: z.enum(['ENABLED', 'DISABLED']).default('DISABLED'),
      RetryGracePeriodSeconds: z.number().int().min(0).max(60).default(0),
    })
    .default({ Feature: 'DISABLED', RetryGracePeriodSeconds: 0 }),
  ReadAttributes: z.array(z.string()).optional(),
  WriteAttributes: z.array(z.string()).optional(),
});

export type UserPoolClientProperties = z.output<typeof userPoolClientPropertiesSchema>;

/**
 * Parses the resolved properties of an `AWS::Cognito::UserPoolClient`, with Cognito's defaults.
 * @throws ZodError for a property that is malformed or not supported
 */
export function parseUserPoolClientProperties(properties: unknown): UserPoolClientProperties {
  return userPoolClientPropertiesSchema.parse(properties);
}

/** Lifetime of each kind of token, in seconds. */
export interface TokenLifetimes {
  readonly access: number;
  readonly id: number;
  readonly refresh: number;
}

/** The client's token lifetimes; a refresh validity of 0 means Cognito's default of 30 days. */
export function readTokenLifetimes(properties: UserPoolClientProperties): TokenLifetimes {
  const units = properties.TokenValidityUnits;
  const refresh = properties.RefreshTokenValidity * secondsIn[units.RefreshToken];
  return {
    access: properties.AccessTokenValidity * secondsIn[units.AccessToken],
    id: properties.IdTokenValidity * secondsIn[units.IdToken],
    refresh: refresh === 0 ? 30 * secondsIn.days : refresh,
  };
}
