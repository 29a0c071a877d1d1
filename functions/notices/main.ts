import { createHandler } from '../../shared/http/handler.ts';
import { createParts } from '../../shared/http/parts.ts';
import { createIds } from '../../shared/table/ids.ts';
import { environmentSchema } from './environment.ts';
import { createHandlers } from './handlers.ts';
import { routes } from './routes.ts';

const parts = createParts(environmentSchema.parse(process.env));

export const handler = createHandler(
  routes,
  createHandlers({ table: parts.table, clock: parts.clock, ids: createIds(parts.clock) }),
  parts,
);
