import { createHandler } from '../../shared/http/handler.ts';
import { createParts } from '../../shared/http/parts.ts';
import { environmentSchema } from './environment.ts';
import { createHandlers } from './handlers.ts';
import { routes } from './routes.ts';

const environment = environmentSchema.parse(process.env);
const parts = createParts(environment);

export const handler = createHandler(
  routes,
  createHandlers({ ...parts, carrier: environment.CARRIER }),
  parts,
);
