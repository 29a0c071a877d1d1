import { describe, expect, it } from 'vitest';
import { parseUserPoolClientProperties, readTokenLifetimes } from '../../../cognito/client-properties.ts';
import { parseUserPoolProperties } from '../../../cognito/pool-properties.ts';

/** As aws-cdk-lib 2.276 synthesizes `UserPool` and `addClient`. */
const synthesizedPool = {
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
  AdminCreateUserConfig: {
    AllowAdminCreateUserOnly: true,
    InviteMessageTemplate: { EmailMessage: 'Добро пожаловать, {username}: {####}' },
  },
  AutoVerifiedAttributes: ['email'],
  EmailVerificationMessage: 'The verification code to your new account is {####}',
  EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
  MfaConfiguration: 'OPTIONAL',
  Policies: {
    PasswordPolicy: { MinimumLength: 12, RequireSymbols: true, TemporaryPasswordValidityDays: 3 },
  },
  Schema: [
    { Mutable: true, Name: 'email', Required: true },
    {
      AttributeDataType: 'String',
      Mutable: false,
      Name: 'operator',
      StringAttributeConstraints: { MaxLength: '8', MinLength: '3' },
    },
  ],
  UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
  UserPoolTier: 'PLUS',
  UsernameAttributes: ['email'],
  UsernameConfiguration: { CaseSensitive: false },
  VerificationMessageTemplate: {
    DefaultEmailOption: 'CONFIRM_WITH_CODE',
    EmailMessage: 'The verification code to your new account is {####}',
  },
};
const synthesizedClient = {
  AccessTokenValidity: 15,
  AllowedOAuthFlowsUserPoolClient: false,
  ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
  PreventUserExistenceErrors: 'ENABLED',
  RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
  RefreshTokenValidity: 1440,
  SupportedIdentityProviders: ['COGNITO'],
  TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'minutes' },
  UserPoolId: 'eu-central-1_LocalPool1',
};

describe('a pool’s properties', () => {
  it('are read as the CDK writes them', () => {
    const parsed = parseUserPoolProperties(synthesizedPool);
    expect(parsed).toMatchObject({
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      Policies: {
        PasswordPolicy: { MinimumLength: 12, TemporaryPasswordValidityDays: 3, RequireSymbols: true },
      },
    });
    expect(parsed.Schema).toContainEqual({
      Name: 'operator',
      AttributeDataType: 'String',
      Mutable: false,
      Required: false,
      StringAttributeConstraints: { MinLength: 3, MaxLength: 8 },
    });
    const client = parseUserPoolClientProperties(synthesizedClient);
    expect(client.RefreshTokenRotation).toEqual({ Feature: 'ENABLED', RetryGracePeriodSeconds: 10 });
    expect(client.ExplicitAuthFlows).toEqual(['ALLOW_USER_SRP_AUTH']);
    expect(readTokenLifetimes(client)).toEqual({ access: 900, id: 3600, refresh: 86_400 });
  });

  it.each([
    ['sign-in by phone', { UsernameAttributes: ['phone_number'] }],
    ['aliases', { AliasAttributes: ['email'] }],
    ['SMS as a second factor', { EnabledMfas: ['SMS_MFA'] }],
    ['another trigger', { LambdaConfig: { PreSignUp: 'arn:aws:lambda:eu-central-1:1:function:x' } }],
    [
      'the trigger’s first version',
      { LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: 'arn', LambdaVersion: 'V1_0' } } },
    ],
  ])('are refused rather than ignored if they require %s', (_what, properties) => {
    expect(() => parseUserPoolProperties(properties)).toThrow();
  });

  it('are refused for a client with a secret', () => {
    expect(() => parseUserPoolClientProperties({ GenerateSecret: true })).toThrow();
  });

  it('are an hour, an hour and thirty days by default', () => {
    expect(readTokenLifetimes(parseUserPoolClientProperties({}))).toEqual({
      access: 3600,
      id: 3600,
      refresh: 2_592_000,
    });
    expect(readTokenLifetimes(parseUserPoolClientProperties({ RefreshTokenValidity: 0 })).refresh).toBe(
      2_592_000,
    );
  });
});
