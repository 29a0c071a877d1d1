import { beforeAll, describe, expect, it } from 'vitest';
import { carrierRoles, operatorRoles } from '../../shared/auth/roles.ts';
import { synthesizeStage, type SynthesizedStack, synthesisTimeout } from './templates.ts';

describe.each(['dev', 'prod'] as const)('identity of %s', (stage) => {
  let identity: SynthesizedStack;
  let pool: Record<string, any>;
  let client: Record<string, any>;
  beforeAll(async () => {
    identity = (await synthesizeStage(stage))['identity']!;
    pool = identity.one('AWS::Cognito::UserPool').Properties;
    client = identity.one('AWS::Cognito::UserPoolClient').Properties;
  }, synthesisTimeout);

  it('is one pool of the Plus plan whose threat protection acts', () => {
    expect(pool).toMatchObject({
      UserPoolTier: 'PLUS',
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
    });
    expect(identity.one('AWS::Cognito::UserPoolRiskConfigurationAttachment').Properties).toMatchObject({
      ClientId: 'ALL',
      CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } },
      AccountTakeoverRiskConfiguration: { Actions: { HighAction: { EventAction: 'BLOCK' } } },
    });
  });

  it('signs in by e-mail in any case, and does not allow signing up', () => {
    expect(pool).toMatchObject({
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      AutoVerifiedAttributes: ['email'],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    });
    expect(pool).not.toHaveProperty('AliasAttributes');
  });

  it('recovers accounts by e-mail only', () => {
    expect(pool['AccountRecoverySetting']).toEqual({
      RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }],
    });
  });

  it('offers a one-time password app as second factor, never SMS', () => {
    expect(pool).toMatchObject({ MfaConfiguration: 'OPTIONAL', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] });
    expect(pool).not.toHaveProperty('SmsConfiguration');
  });

  it('wants strong passwords and lets a temporary one expire in three days', () => {
    expect(pool['Policies'].PasswordPolicy).toEqual({
      MinimumLength: 12,
      RequireLowercase: true,
      RequireUppercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      PasswordHistorySize: 5,
      TemporaryPasswordValidityDays: 3,
    });
  });

  it('keeps which application an account was issued for, unchangeably', () => {
    expect(pool['Schema']).toContainEqual(
      expect.objectContaining({ Name: 'application', AttributeDataType: 'String', Mutable: false }),
    );
  });

  it('cannot be deleted by accident', () => {
    expect(pool['DeletionProtection']).toBe('ACTIVE');
    expect(identity.one('AWS::Cognito::UserPool').DeletionPolicy).toBe(
      stage === 'prod' ? 'Retain' : 'Delete',
    );
  });

  it('gives the pages a client without a secret that proves passwords with SRP and in no other way', () => {
    expect(client).toMatchObject({
      GenerateSecret: false,
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      SupportedIdentityProviders: ['COGNITO'],
      PreventUserExistenceErrors: 'ENABLED',
    });
    expect(client).not.toHaveProperty('AllowedOAuthFlows');
    expect(client).not.toHaveProperty('AllowedOAuthScopes');
  });

  it('issues access tokens for 15 minutes and refresh tokens that rotate and can be revoked', () => {
    expect(client).toMatchObject({
      AccessTokenValidity: 15,
      IdTokenValidity: 15,
      RefreshTokenValidity: 43_200,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 30 },
      EnableTokenRevocation: true,
    });
  });

  it('lets a token change neither the login nor the application of its owner', () => {
    expect(client['WriteAttributes']).toEqual(['locale', 'name']);
  });

  it('has a group for every role, which says in Russian what it may', () => {
    const groups = identity.all('AWS::Cognito::UserPoolGroup').map(({ Properties }) => Properties);
    expect(groups.map((group) => group['GroupName']).toSorted()).toEqual(
      [...operatorRoles, ...carrierRoles].toSorted(),
    );
    for (const { Description } of groups) expect(Description).toMatch(/[а-я]{5}/i);
  });
});
