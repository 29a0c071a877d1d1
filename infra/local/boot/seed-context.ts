import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CabinetAddress } from './cabinet-address.ts';

/**
 * What the first start of a data directory gives to its seed, when everything runs and before `ready` is printed.
 * A seed that was interrupted is not resumed: the next start empties the data directory and seeds it anew. What it
 * writes into services that run elsewhere (`--without`) stays there, so it has to overwrite rather than to add.
 */
export interface SeedContext extends CabinetAddress {
  /** Clients with administrator's rights, of the endpoints above. */
  readonly clients: {
    readonly table: DynamoDBDocumentClient;
    readonly files: S3Client;
    readonly identity: CognitoIdentityProviderClient;
  };
  now(): Date;
  /** One line for whoever watches the start. */
  log(message: string): void;
}

export type Seed = (context: SeedContext) => Promise<void>;
