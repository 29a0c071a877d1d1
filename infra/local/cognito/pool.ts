import { createAttributeRules, type AttributeRules } from './attributes.ts';
import { createChallenges, type Challenges } from './challenges.ts';
import { createPoolClient, type PoolClient } from './clients.ts';
import { openDatabase, type Database } from './database.ts';
import { resourceNotFound } from './errors.ts';
import { createFailedAttempts, type FailedAttempts } from './failed-attempts.ts';
import { createGroups, type Groups } from './groups.ts';
import type { UserPoolProperties } from './pool-properties.ts';
import { createResetCodes, type ResetCodes } from './reset-codes.ts';
import { createToken } from './secrets.ts';
import { createSettings } from './settings-store.ts';
import type { CognitoSettings } from './settings.ts';
import { createSignIns, type SignIns } from './sign-ins.ts';
import { loadSigningKey, type SigningKey } from './signing-key.ts';
import { srpPoolName } from './srp.ts';
import { createUsers, type Users } from './users.ts';

/** A user pool: its configuration and its stores. The operations are elsewhere. */
export interface Pool {
  readonly id: string;
  /** The pool's name in SRP. */
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  readonly issuer: string;
  readonly properties: UserPoolProperties;
  readonly attributeRules: AttributeRules;
  /** Only known to this pool, for values that look random but are deterministic. */
  readonly secret: string;
  readonly signingKey: SigningKey;
  readonly database: Database;
  readonly users: Users;
  readonly groups: Groups;
  readonly signIns: SignIns;
  readonly challenges: Challenges;
  readonly failedAttempts: FailedAttempts;
  readonly resetCodes: ResetCodes;
  readonly invokeTrigger: CognitoSettings['invokeTrigger'];
  readonly onMessage: CognitoSettings['onMessage'];
  /** Milliseconds since the epoch. */
  now(): number;
  /** @throws ResourceNotFoundException when the client is not the pool's */
  requireClient(id: string): PoolClient;
}

/**
 * Opens the pool in a directory. The template's groups are updated, others stay.
 * @throws Error when the directory is in use, or contains another pool
 */
export function openPool(settings: CognitoSettings): Pool {
  const database = openDatabase(settings.directory);
  try {
    return assemblePool(settings, database);
  } catch (error) {
    database.close();
    throw error;
  }
}

function assemblePool(settings: CognitoSettings, database: Database): Pool {
  const { id, arn, region, properties } = settings.pool;
  const clock = settings.clock ?? ((): Date => new Date());
  const now = (): number => clock().getTime();
  const poolSettings = createSettings(database);
  const storedId = poolSettings.readOrCreate('poolId', () => id);
  // SRP hashes the pool's name into every password: with another id no one could sign in.
  if (storedId !== id)
    throw new Error(`The local Cognito's files in ${settings.directory} belong to the pool ${storedId}.`);
  const secret = poolSettings.readOrCreate('secret', () => createToken(32));
  const groups = createGroups(database, now);
  for (const { name, ...detail } of settings.groups)
    if (!groups.create(name, detail)) groups.change(name, detail);
  const clients = new Map(
    settings.clients.map((client) => [client.id, createPoolClient(client.id, client.properties)]),
  );
  return {
    id,
    name: srpPoolName(id),
    arn,
    region,
    issuer: `https://cognito-idp.${region}.amazonaws.com/${id}`,
    properties,
    attributeRules: createAttributeRules(properties.Schema),
    secret,
    signingKey: loadSigningKey(poolSettings),
    database,
    users: createUsers(database, properties.UsernameConfiguration.CaseSensitive, now),
    groups,
    signIns: createSignIns(database, now),
    challenges: createChallenges(database, now),
    failedAttempts: createFailedAttempts(database, now),
    resetCodes: createResetCodes(database, secret, now),
    invokeTrigger: settings.invokeTrigger?.bind(settings),
    onMessage: (message) => {
      settings.onMessage(message);
    },
    now,
    requireClient: (clientId) => {
      const client = clients.get(clientId);
      if (!client) throw resourceNotFound(`User pool client ${clientId} does not exist.`);
      return client;
    },
  };
}
