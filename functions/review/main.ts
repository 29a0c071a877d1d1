import { connectFileBucket } from '../../shared/files/client.ts';
import { createHandler } from '../../shared/http/handler.ts';
import { createParts } from '../../shared/http/parts.ts';
import { createIds } from '../../shared/table/ids.ts';
import { connectUserPool } from '../../shared/identity/user-pool.ts';
import { AccountStore } from './accounts/store.ts';
import { environmentSchema } from './environment.ts';
import { createHandlers } from './handlers.ts';
import { routes } from './routes.ts';

const environment = environmentSchema.parse(process.env);
const parts = createParts(environment);

export const handler = createHandler(
  routes,
  createHandlers({
    ...parts,
    ids: createIds(parts.clock),
    accounts: new AccountStore(connectUserPool(), environment.USER_POOL_ID),
    files: connectFileBucket(environment.APPLICATIONS_BUCKET, parts.clock),
    retentionDays: environment.SCAN_RETENTION_DAYS,
  }),
  parts,
);
