import { createHandler } from '../../shared/http/handler.ts';
import { createParts } from '../../shared/http/parts.ts';
import { environmentSchema } from './environment.ts';
import { CognitoPool, connectCognito } from '../../shared/identity/cognito/pool.ts';
import { createHandlers } from './handlers.ts';
import { routes } from './routes.ts';
import { userPoolOf } from './user-pool.ts';

const environment = environmentSchema.parse(process.env);
const parts = createParts(environment);
const userPool = userPoolOf(new CognitoPool(connectCognito(), environment.USER_POOL_ID));

export const handler = createHandler(
  routes,
  createHandlers({
    ...parts,
    groups: userPool,
    managers: userPool,
  }),
  parts,
);
