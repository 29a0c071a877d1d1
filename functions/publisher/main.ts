import { Logger } from '@aws-lambda-powertools/logger';
import { connectEventBus } from '../../shared/events/client.ts';
import { createLog } from '../../shared/observability/log.ts';
import { environmentSchema } from './environment.ts';
import { createPublisher } from './publisher.ts';

const logger = new Logger();

export const handler = createPublisher({
  bus: connectEventBus(environmentSchema.parse(process.env).EVENT_BUS_NAME),
  log: createLog(logger),
  addContext: (context) => {
    logger.addContext(context);
  },
});
