import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { StackAddress } from './stack-address.ts';
import type { DataDirectory } from './data-directory.ts';
import type { Seed } from './seed-context.ts';
import type { Watcher } from './watcher.ts';

/**
 * Seeds a new data directory. The start is recorded first, so that an interrupted seed is repeated from the
 * beginning.
 */
export async function seedOnce(
  seed: Seed,
  directory: DataDirectory,
  address: StackAddress,
  watcher: Watcher,
): Promise<void> {
  const { region, credentials, endpoints } = address;
  const shared = { region, credentials };
  const dynamodb = new DynamoDBClient({ ...shared, endpoint: endpoints.dynamodb });
  const table = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  const files = new S3Client({ ...shared, endpoint: endpoints.s3, forcePathStyle: true });
  const identity = new CognitoIdentityProviderClient({
    ...shared,
    endpoint: endpoints['cognito-identity-provider'],
  });
  directory.recordSeed('seeding');
  try {
    await seed({
      ...address,
      clients: { table, files, identity },
      now: () => new Date(),
      log: (message) => {
        watcher.report(message);
      },
    });
  } finally {
    for (const client of [dynamodb, files, identity]) client.destroy();
  }
  directory.recordSeed('seeded');
}
