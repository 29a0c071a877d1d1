import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseUserPoolProperties } from '../../infra/local/cognito/pool-properties.ts';
import { openPool } from '../../infra/local/cognito/pool.ts';
import { serveCognito } from '../../infra/local/cognito/server.ts';
import { startS3 } from '../../infra/local/s3/server.ts';
import { bucketPropertiesSchema } from '../../infra/local/s3/settings.ts';
import { carrierRoles, operatorRoles } from '../../shared/auth/roles.ts';
import { putEveryAccount } from './accounts-world.ts';
import { administratorAccess } from '../../infra/local/testing/administrator.ts';
import { settingsIn } from '../../infra/local/testing/cognito/pool-settings.ts';

/** Buckets of the samples' world, by the variable in which functions find their name. */
const buckets = { APPLICATIONS_BUCKET: 'applications', DOCUMENTS_BUCKET: 'documents' } as const;

/** What functions call beside the table: accounts and files. */
export interface Outside {
  /** Variables by which the functions find it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Makes the accounts what they were in the beginning. */
  readonly restore: () => void;
  readonly close: () => Promise<void>;
}

/** Starts a user pool with the groups of all roles and the people of the samples, and the buckets, which are empty. */
export async function startOutside(): Promise<Outside> {
  const directory = mkdtempSync(join(tmpdir(), 'cabinet-outside-'));
  const access = administratorAccess();
  const pool = settingsIn(join(directory, 'cognito'));
  const settings = {
    ...pool,
    access,
    groups: [...operatorRoles, ...carrierRoles].map((name) => ({
      name,
      description: undefined,
      precedence: undefined,
    })),
    pool: {
      ...pool.pool,
      properties: parseUserPoolProperties({
        ...pool.pool.properties,
        Schema: [
          { Name: 'email', Required: true, Mutable: true },
          { Name: 'application', AttributeDataType: 'String', Mutable: false },
        ],
      }),
    },
  };
  const opened = openPool(settings);
  putEveryAccount(opened);
  const cognito = await serveCognito(opened, settings);
  const files = await startS3({
    directory: join(directory, 's3'),
    port: 0,
    region: 'eu-central-1',
    access,
    buckets: Object.values(buckets).map((name) => ({ name, properties: bucketPropertiesSchema.parse({}) })),
    onEvent: () => undefined,
  });
  return {
    environment: {
      ...buckets,
      USER_POOL_ID: pool.pool.id,
      SCAN_RETENTION_DAYS: '30',
      CARRIER: 'ПАО «Связь-партнёр»',
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: `http://127.0.0.1:${cognito.port}`,
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${files.port}`,
    },
    restore: () => {
      putEveryAccount(opened);
    },
    close: async () => {
      await Promise.all([cognito.close(), files.close()]);
      rmSync(directory, { recursive: true });
    },
  };
}
