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
const accounts = accountsOf(new CognitoPool(connectCognito(), environment.USER_POOL_ID));
const ids = createIds(parts.clock);

export const handler = createHandler(routes, createHandlers({ ...parts, accounts, ids }), parts);
