import { createHandler } from '../../shared/http/handler.ts';
import { createParts } from '../../shared/http/parts.ts';
import { createIds } from '../../shared/table/ids.ts';
import { environmentSchema } from './environment.ts';
import { connectUserPool } from '../../shared/identity/user-pool.ts';
import { groupsOf } from './groups/store.ts';
import { createHandlers } from './handlers.ts';
import { managerAccountsOf } from './managers/store.ts';
import { routes } from './routes.ts';

const environment = environmentSchema.parse(process.env);
const parts = createParts(environment);
const userPool = connectUserPool();

export const handler = createHandler(
  routes,
  createHandlers({
    ...parts,
    ids: createIds(parts.clock),
    groups: groupsOf(userPool, environment.USER_POOL_ID),
    managers: managerAccountsOf(userPool, environment.USER_POOL_ID),
  }),
  parts,
);
