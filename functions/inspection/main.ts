import { Logger } from '@aws-lambda-powertools/logger';
import { connectQuarantine } from '../../shared/files/client.ts';
import { bucketNamesOf } from '../../shared/uploads/upload-bucket.ts';
import { createLog } from '../../shared/observability/log.ts';
import { connectTable } from '../../shared/table/client.ts';
import { environmentSchema } from './environment.ts';
import { createInspection } from './handler.ts';
import { UploadStore } from './store.ts';

const environment = environmentSchema.parse(process.env);
const logger = new Logger();

export const handler = createInspection({
  uploads: new UploadStore(connectTable(environment.TABLE_NAME), { kind: 'system' }),
  quarantines: new Map(bucketNamesOf(environment).map(([, name]) => [name, connectQuarantine(name)])),
  clock: () => new Date(),
  log: createLog(logger),
  addContext: (context) => {
    logger.addContext(context);
  },
});
