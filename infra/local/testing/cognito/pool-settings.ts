import { parseUserPoolClientProperties } from '../../cognito/client-properties.ts';
import { parseUserPoolProperties } from '../../cognito/pool-properties.ts';
import type { CognitoSettings } from '../../cognito/settings.ts';
import { administratorAccess } from '../administrator.ts';

export const testPoolId = 'eu-central-1_LocalPool1';
export const testClientId = 'webclient000000000001';
export const testTemporaryPassword = 'Temporary-123!';
export const testPassword = 'Correct-Horse-1!';

const poolDefaults = {
  UsernameAttributes: ['email'],
  UsernameConfiguration: { CaseSensitive: false },
  MfaConfiguration: 'OPTIONAL',
  EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
  Policies: {
    PasswordPolicy: {
      MinimumLength: 12,
      RequireLowercase: true,
      RequireUppercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      TemporaryPasswordValidityDays: 3,
    },
  },
  Schema: [
    { Name: 'email', Required: true, Mutable: true },
    { Name: 'operator', AttributeDataType: 'String', Mutable: false },
  ],
};
const clientDefaults = {
  ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  PreventUserExistenceErrors: 'ENABLED',
};

export interface FixtureOptions {
  readonly pool?: object;
  readonly client?: object;
  readonly otherClients?: Readonly<Record<string, object>>;
  readonly groups?: CognitoSettings['groups'];
  readonly invokeTrigger?: NonNullable<CognitoSettings['invokeTrigger']>;
}

/** The settings that a fixture's pool starts with. */
export function settingsIn(directory: string, options: FixtureOptions = {}): CognitoSettings {
  return {
    directory,
    port: 0,
    pool: {
      id: testPoolId,
      arn: `arn:aws:cognito-idp:eu-central-1:000000000000:userpool/${testPoolId}`,
      region: 'eu-central-1',
      properties: parseUserPoolProperties({ ...poolDefaults, ...options.pool }),
    },
    clients: Object.entries({
      [testClientId]: { ...clientDefaults, ...options.client },
      ...options.otherClients,
    }).map(([id, properties]) => ({ id, properties: parseUserPoolClientProperties(properties) })),
    groups: options.groups ?? [],
    access: administratorAccess('local', 'secret'),
    onMessage: () => undefined,
    ...(options.invokeTrigger && { invokeTrigger: options.invokeTrigger }),
  };
}
