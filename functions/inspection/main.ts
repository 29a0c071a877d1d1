import { Logger } from '@aws-lambda-powertools/logger';
import { connectQuarantine } from '../../shared/files/client.ts';
import { createLog } from '../../shared/observability/log.ts';
import { connectTable } from '../../shared/table/client.ts';
import { environmentSchema } from './environment.ts';
import { createInspection } from './handler.ts';
import { UploadStore } from './store.ts';

const { TABLE_NAME, APPLICATIONS_BUCKET, DOCUMENTS_BUCKET } = environmentSchema.parse(process.env);
const logger = new Logger();

export const handler = createInspection({
  uploads: new UploadStore(connectTable(TABLE_NAME), { kind: 'system' }),
  quarantines: new Map(
    [APPLICATIONS_BUCKET, DOCUMENTS_BUCKET].map((bucket) => [bucket, connectQuarantine(bucket)]),
  ),
  clock: () => new Date(),
  log: createLog(logger),
  addContext: (context) => {
    logger.addContext(context);
  },
});
