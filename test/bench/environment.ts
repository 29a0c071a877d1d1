import { originSecret } from './event.ts';

/** What every function finds in its environment when the bench loads it: names of what is not there. */
export const benchEnvironment: Readonly<Record<string, string>> = {
  AWS_REGION: 'eu-central-1',
  TABLE_NAME: 'table',
  ORIGIN_SECRET: originSecret,
  MFA_REQUIRED: 'false',
  EVENT_BUS_NAME: 'bus',
  USER_POOL_ID: 'eu-central-1_bench',
  APPLICATIONS_BUCKET: 'applications',
  DOCUMENTS_BUCKET: 'documents',
  SCAN_RETENTION_DAYS: '30',
  CARRIER: 'ПАО «Связь-партнёр»',
  POWERTOOLS_SERVICE_NAME: 'bench',
  POWERTOOLS_METRICS_NAMESPACE: 'Bench',
};
