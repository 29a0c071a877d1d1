import { connectFileBucket } from '../../shared/files/client.ts';
import { createHandler } from '../../shared/http/handler.ts';
import { createParts } from '../../shared/http/parts.ts';
import { createIds } from '../../shared/table/ids.ts';
import { environmentSchema } from './environment.ts';
import { createHandlers } from './handlers.ts';
import { routes } from './routes.ts';

const environment = environmentSchema.parse(process.env);
const parts = createParts(environment);
const files = connectFileBucket(environment.DOCUMENTS_BUCKET, parts.clock);

export const handler = createHandler(
  routes,
  createHandlers({ ...parts, files, ids: createIds(parts.clock) }),
  parts,
);
