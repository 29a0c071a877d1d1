import { Logger } from '@aws-lambda-powertools/logger';
import { connectFileBucket } from '../../shared/files/client.ts';
import { bucketNamesOf } from '../../shared/uploads/upload-bucket.ts';
import { createLog } from '../../shared/observability/log.ts';
import { connectTable } from '../../shared/table/client.ts';
import { environmentSchema } from './environment.ts';
import { createEraser } from './eraser.ts';

const environment = environmentSchema.parse(process.env);
const logger = new Logger();
const clock = () => new Date();

export const handler = createEraser({
  table: connectTable(environment.TABLE_NAME),
  files: new Map(
    bucketNamesOf(environment).map(([bucket, name]) => [bucket, connectFileBucket(name, clock)]),
  ),
  clock,
  log: createLog(logger),
  addContext: (context) => {
    logger.addContext(context);
  },
});
