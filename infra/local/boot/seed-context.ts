import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { StackAddress } from './stack-address.ts';

/**
 * The argument of a seed, which runs at the first start of a data directory, before `ready` is printed. An
 * interrupted seed is not resumed: the next start resets the data directory and seeds it again. What it writes into
 * services that run elsewhere (`--without`) stays there, so it must overwrite rather than add.
 */
export interface SeedContext extends StackAddress {
  /** Clients for the endpoints above, with administrator's rights. */
  readonly clients: {
    readonly table: DynamoDBDocumentClient;
    readonly files: S3Client;
    readonly identity: CognitoIdentityProviderClient;
  };
  now(): Date;
  /** Prints one line on the terminal. */
  log(message: string): void;
}

export type Seed = (context: SeedContext) => Promise<void>;
