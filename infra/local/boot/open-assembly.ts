import { join } from 'node:path';
import { loadAssembly, type Assembly } from '../template/assembly.ts';
import type { Endpoints } from './endpoints.ts';
import { openSecrets } from './secrets.ts';
import { fixedName } from './template-parts.ts';

const accountId = '000000000000';

/** Reads a synthesis with the names, secrets and addresses that its resources have on this machine. */
export function openAssembly(
  synthesis: string,
  stage: string,
  dataDirectory: string,
  endpoints: Pick<Endpoints, 'sqs'>,
): Assembly {
  return loadAssembly({
    directory: synthesis,
    stage,
    account: accountId,
    name: fixedName,
    queueUrl: (queueName) => `${endpoints.sqs}/${accountId}/${queueName}`,
    secret: openSecrets(join(dataDirectory, 'secrets.json')),
  });
}
