import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import * as z from 'zod';
import { AccessDirectory } from '../access/access-directory.ts';
import { createLog } from '../observability/log.ts';
import { connectTable } from '../table/client.ts';
import type { HandlerParts } from './handler.ts';

/** Variables that every function behind the HTTP API reads. */
export const httpEnvironmentSchema = z.object({
  TABLE_NAME: z.string().min(1),
  ORIGIN_SECRET: z.string().min(1),
  /** Whether the carrier's people need a second factor in this stage. */
  MFA_REQUIRED: z.enum(['true', 'false']),
});

/** Connects what every capability's function needs: the table, the access directory, log, metrics and clock. */
export function createParts(environment: z.infer<typeof httpEnvironmentSchema>): HandlerParts {
  const logger = new Logger();
  const clock = () => new Date();
  const table = connectTable(environment.TABLE_NAME);
  return {
    table,
    directory: new AccessDirectory(table, clock, { mfaRequired: environment.MFA_REQUIRED === 'true' }),
    log: createLog(logger),
    metrics: new Metrics(),
    clock,
    originSecret: environment.ORIGIN_SECRET,
    addContext: (context) => {
      logger.addContext(context);
    },
  };
}
