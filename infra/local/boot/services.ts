import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { keyVariables } from '../iam/access-keys.ts';
import { createEventBridge, type EventBridge } from '../events/event-bridge.ts';
import { createLambda, type LambdaRuntime } from '../lambda/runtime.ts';
import { createEmailService } from '../mail/email-service.ts';
import { openOutbox, type Outbox } from '../mail/outbox.ts';
import { createQueues, type Queues } from '../queues/sqs.ts';
import { createStreamSources } from '../streams/stream-source.ts';
import { assertDeliveriesAllowed } from './delivery-permissions.ts';
import { credentials, functionEnvironment } from './function-environment.ts';
import { openAccess, openSessions } from './sessions.ts';
import type { ServicesOptions } from './services-options.ts';
import { startStores, type Stores } from './stores.ts';

/** Everything that runs behind the gateway. */
export interface Services extends Stores {
  readonly lambda: LambdaRuntime;
  readonly queues: Queues;
  readonly events: EventBridge;
  readonly outbox: Outbox;
}

/** Starts every service that is not excluded. Event deliveries start last, when all services can receive them. */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const { assembly, directory, plan, without, watcher, shutdown } = options;
  const { region } = assembly;
  const sessions = openSessions(assembly, directory.path);
  const access = openAccess(assembly, sessions);
  // Services that run elsewhere know neither the functions' keys nor their roles.
  const haveOwnKeys = without.size === 0;
  const warn = (message: string): void => {
    watcher.report(message);
  };

  const outbox = openOutbox(directory.directoryOf('mail'));
  shutdown.add('stores', () => {
    outbox.close();
  });
  const lambda = createLambda({
    assembly,
    environment: functionEnvironment(region, plan.endpoints),
    credentials: (name) => keyVariables(haveOwnKeys ? sessions.keyOfFunction(name) : credentials),
    output: (output) => {
      watcher.output(output);
    },
  });
  shutdown.add('functions', () => lambda.close());
  const queues = createQueues({ assembly, directory: directory.directoryOf('sqs'), access });
  shutdown.add('deliveries', () => queues.close());
  assertDeliveriesAllowed({ assembly, access, lambda, queues });
  const events = createEventBridge({
    assembly,
    lambda,
    queues,
    directory: directory.directoryOf('events'),
    access,
    warn,
  });
  shutdown.add('deliveries', () => events.close());
  if (!without.has('sqs')) await queues.listen(plan.portOf('sqs'));
  if (!without.has('eventbridge')) await events.listen(plan.portOf('eventbridge'));
  if (!without.has('sesv2')) {
    const email = createEmailService({
      outbox,
      access,
      region,
      account: assembly.account,
      onMail: (mail) => {
        watcher.mail(mail);
      },
    });
    shutdown.add('stores', () => email.close());
    await email.listen(plan.portOf('sesv2'));
  }

  const stores = await startStores({ ...options, credentials, access, sessions, lambda, events, outbox });
  const streams = new DynamoDBStreamsClient({ region, credentials, endpoint: plan.endpoints.dynamodb });
  const streamSources = createStreamSources({
    assembly,
    lambda,
    queues,
    client: streams,
    directory: directory.directoryOf('streams'),
    warn,
  });
  shutdown.add('deliveries', async () => {
    await streamSources.close();
    streams.destroy();
  });
  queues.start(lambda);
  events.start();
  streamSources.start();
  return { ...stores, lambda, queues, events, outbox };
}
