import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  CreateGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { encodeItem } from '../../shared/table/item.ts';
import { operatorGroupPrefix } from '../../shared/auth/roles.ts';
import { describeOperatorGroup } from '../../shared/operator/operator-group.ts';
import { operatorSortKey } from '../../shared/operator/operator-key.ts';
import { operatorItem, operatorRecordSchema } from '../../shared/operator/operator-record.ts';
import { portfolioItem, portfolioSortKey } from '../../shared/operator/portfolio-record.ts';
import { acceptanceSortKey } from '../../shared/rules/acceptance-record.ts';
import { rulesVersions } from '../../shared/rules/rules-versions.ts';
import type { SeedContext } from '../local/boot/seed-context.ts';
import type { DemoActors } from './demo-orders.ts';
import {
  carrierAdministratorLogin,
  type DemoOperator,
  demoOperators,
  demoPassword,
  demoPeople,
  type DemoPerson,
  managerLogin,
} from './people.ts';

/**
 * Creates the demo's operators and people, as a manager would in the Cognito console: a group per operator, a user
 * per person in two groups. The operators' people have accepted the rules.
 *
 * @returns subjects of the people who act in the demo's history and publish its notices
 */
export async function seedPeople(
  context: SeedContext,
): Promise<DemoActors & { readonly administratorSub: string }> {
  const { userPoolId, clients } = context;
  for (const operator of demoOperators) await createOperatorGroup(clients.identity, userPoolId, operator);
  const subs = new Map<string, string>();
  for (const person of demoPeople) {
    const { login, operator, role } = person;
    const groups = [...(operator === undefined ? [] : [operatorGroupPrefix + operator.id]), role];
    const sub = await createPerson(clients.identity, userPoolId, person, groups);
    subs.set(login, sub);
    if (operator !== undefined) {
      await put(context, `USER#${sub}`, acceptanceSortKey, {
        version: 1,
        rulesVersion: rulesVersions.at(-1)?.version,
        acceptedAt: new Date().toISOString(),
      });
    }
  }
  const managerSub = subs.get(managerLogin) ?? '';
  for (const operator of demoOperators) {
    const { id, name, taxpayerNumber } = operator;
    const record = operatorRecordSchema.parse({
      schemaVersion: 1,
      version: 1,
      name,
      taxpayerNumber,
      status: 'active',
      managerSub,
    });
    await put(context, `OP#${id}`, operatorSortKey, operatorItem(id, record));
  }
  await put(context, `USER#${managerSub}`, portfolioSortKey, {
    ...portfolioItem(demoOperators.map(({ id }) => id)),
  });
  return {
    managerSub,
    administratorSub: subs.get(carrierAdministratorLogin) ?? '',
    technicalSub: ({ domain }) => subs.get(`technical@${domain}`) ?? '',
  };
}

async function createOperatorGroup(
  identity: CognitoIdentityProviderClient,
  userPoolId: string,
  operator: DemoOperator,
): Promise<void> {
  await identity.send(
    new CreateGroupCommand({
      UserPoolId: userPoolId,
      GroupName: operatorGroupPrefix + operator.id,
      Description: describeOperatorGroup(operator),
    }),
  );
}

async function createPerson(
  identity: CognitoIdentityProviderClient,
  userPoolId: string,
  { login, name }: DemoPerson,
  groups: readonly string[],
): Promise<string> {
  const user = { UserPoolId: userPoolId, Username: login };
  const { User } = await identity.send(
    new AdminCreateUserCommand({
      ...user,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: login },
        { Name: 'email_verified', Value: 'true' },
        ...(name === undefined ? [] : [{ Name: 'name', Value: name }]),
      ],
    }),
  );
  await identity.send(new AdminSetUserPasswordCommand({ ...user, Password: demoPassword, Permanent: true }));
  for (const GroupName of groups) await identity.send(new AdminAddUserToGroupCommand({ ...user, GroupName }));
  const sub = User?.Attributes?.find(({ Name }) => Name === 'sub')?.Value;
  if (sub === undefined) throw new Error(`The user pool created ${login} without a subject`);
  return sub;
}

async function put(context: SeedContext, pk: string, sk: string, item: object): Promise<void> {
  await context.clients.table.send(
    new PutCommand({ TableName: context.tableName, Item: encodeItem({ pk, sk, schemaVersion: 1, ...item }) }),
  );
}
