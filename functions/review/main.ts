import { connectFileBucket } from '../../shared/files/client.ts';
import { createHandler } from '../../shared/http/handler.ts';
import { createParts } from '../../shared/http/parts.ts';
import { createIds } from '../../shared/table/ids.ts';
import { CognitoPool, connectCognito } from '../../shared/identity/cognito/pool.ts';
import { environmentSchema } from './environment.ts';
import { createHandlers } from './handlers.ts';
import { routes } from './routes.ts';
import { accountsOf } from './user-pool.ts';

const environment = environmentSchema.parse(process.env);
const parts = createParts(environment);

export const handler = createHandler(
  routes,
  createHandlers({
    ...parts,
    ids: createIds(parts.clock),
    accounts: accountsOf(new CognitoPool(connectCognito(), environment.USER_POOL_ID)),
    files: connectFileBucket(environment.APPLICATIONS_BUCKET, parts.clock),
    retentionDays: environment.SCAN_RETENTION_DAYS,
  }),
  parts,
);
