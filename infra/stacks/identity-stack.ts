import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  CfnUserPoolRiskConfigurationAttachment,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Role } from '../../shared/auth/roles.ts';
import type { StageConfig } from '../config.ts';
import { CapabilityFunction, constructIdOf } from '../constructs/capability-function.ts';
import type { Watch } from '../constructs/watch.ts';
import type { TokenConsumer } from '../declarations/consumer.ts';
import { acknowledge } from '../nag.ts';

/** Description of each group, for people who create users in the Cognito console. */
const groupDescriptions: Readonly<Record<Role, string>> = {
  administrator: 'Администратор оператора: всё по своему оператору и учётные записи коллег',
  finance: 'Финансы оператора: расчётные и договорные документы, трафик, переписка',
  technical: 'Технические специалисты оператора: заявки, услуги, обращения, трафик, справочники, переписка',
  manager: 'Персональный менеджер: операторы своего портфеля',
  support: 'Инженер поддержки: обращения всех операторов и услуги, которых они касаются',
  'carrier-administrator': 'Администратор кабинета: каталог, справочники, портфели',
};

interface IdentityStackProps extends StackProps {
  readonly config: StageConfig;
  /** What runs before a token is issued; the pool takes one of them. */
  readonly tokenConsumers: readonly TokenConsumer[];
  /** Bundle of a folder of functions/. */
  readonly codeOf: (folder: string) => Code;
}

/** Who can sign in, and how. Stateful: deleting the pool deletes every account. */
export class IdentityStack extends Stack {
  readonly userPool: UserPool;
  readonly client: UserPoolClient;
  readonly watches: readonly Watch[];

  constructor(
    scope: Construct,
    id: string,
    { config, tokenConsumers, codeOf, ...props }: IdentityStackProps,
  ) {
    super(scope, id, props);
    this.userPool = new UserPool(this, 'UserPool', {
      featurePlan: FeaturePlan.PLUS,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      selfSignUpEnabled: false,
      userInvitation: {
        emailSubject: 'Доступ в кабинет оператора',
        emailBody: [
          `Для вас создана учётная запись в кабинете оператора: https://${config.domainName}`,
          'Логин: {username}',
          'Временный пароль: {####}',
          'При первом входе его нужно сменить; пароль действует три дня.',
        ].join('<br>'),
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        passwordHistorySize: 5,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      customAttributes: {
        // The access application that led to the account.
        application: new StringAttribute({ mutable: false, maxLen: 64 }),
      },
      deletionProtection: true,
      removalPolicy: config.removalPolicy,
    });
    acknowledge(
      this.userPool,
      'AwsSolutions-COG2',
      'MFA is a setting of the whole pool, and optional for operators: the API requires it for the carrier’s roles.',
    );

    // Without it, full-function mode would only observe: these are the reactions to its findings.
    new CfnUserPoolRiskConfigurationAttachment(this, 'Risks', {
      userPoolId: this.userPool.userPoolId,
      clientId: 'ALL',
      compromisedCredentialsRiskConfiguration: {
        actions: { eventAction: 'BLOCK' },
        eventFilter: ['SIGN_IN', 'PASSWORD_CHANGE'],
      },
      accountTakeoverRiskConfiguration: {
        actions: {
          lowAction: { eventAction: 'NO_ACTION', notify: false },
          mediumAction: { eventAction: 'MFA_IF_CONFIGURED', notify: false },
          highAction: { eventAction: 'BLOCK', notify: false },
        },
      },
    });

    this.client = new UserPoolClient(this, 'Client', {
      userPool: this.userPool,
      generateSecret: false,
      authFlows: { userSrp: true },
      disableOAuth: true,
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      // A machine account uses its password once in this time; rotation does not extend it.
      refreshTokenValidity: Duration.days(30),
      // A lost response can be requested again for this long.
      refreshTokenRotationGracePeriod: Duration.seconds(30),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
      readAttributes: new ClientAttributes()
        .withStandardAttributes({ email: true, emailVerified: true, fullname: true, locale: true })
        .withCustomAttributes('application'),
      // The e-mail is the login: only administrators can change it, not the holder of a token.
      writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true, locale: true }),
    });

    for (const [groupName, description] of Object.entries(groupDescriptions)) {
      new CfnUserPoolGroup(this, `Group-${groupName}`, {
        userPoolId: this.userPool.userPoolId,
        groupName,
        description,
      });
    }

    // Exported whether a capability uses them or not, as the data stack does.
    for (const value of [this.userPool.userPoolId, this.userPool.userPoolArn, this.client.userPoolClientId]) {
      this.exportValue(value);
    }

    this.watches = tokenConsumers.flatMap(({ folder, grant, ...consumer }) => {
      const trigger = new CapabilityFunction(this, constructIdOf(folder), {
        ...consumer,
        folder,
        code: codeOf(folder),
        logRetention: config.logRetention,
        removalPolicy: config.removalPolicy,
      });
      this.userPool.addTrigger(
        UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
        trigger.lambda,
        LambdaVersion.V2_0,
      );
      grant(trigger, this.userPool);
      return trigger.watches;
    });
  }
}
