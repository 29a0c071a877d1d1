import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { startCognito, type RunningCognito } from '../cognito/server.ts';
import { startDynamoDb, type RunningDynamoDb } from '../dynamodb/dynamodb.ts';
import { ensureTable } from '../dynamodb/tables.ts';
import type { EventBridge } from '../events/event-bridge.ts';
import type { Access } from '../iam/access.ts';
import type { JsonWebKeySet } from '../gateway/gateway.ts';
import { createMalwareProtection } from '../guardduty/malware-protection.ts';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { Outbox } from '../mail/outbox.ts';
import { startS3 } from '../s3/server.ts';
import { endpointVariables, type ServiceName } from './endpoints.ts';
import { invokeTrigger } from './invoke-trigger.ts';
import type { ServicesOptions } from './services-options.ts';
import type { Sessions } from './sessions.ts';
import { StartError } from './start-error.ts';
import { readBuckets, readMailSubject, readTables, readUserPool } from './template-parts.ts';

export interface StoresOptions extends ServicesOptions {
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly access: Access;
  readonly sessions: Sessions;
  readonly lambda: LambdaRuntime;
  readonly events: EventBridge;
  readonly outbox: Outbox;
}

/** The services that store data and users: DynamoDB, S3 and Cognito. */
export interface Stores {
  /** Public keys of the pool's tokens. */
  readonly jwks: (issuer: string) => Promise<JsonWebKeySet>;
  /** Resolves when one of them stops unexpectedly. */
  readonly failure: Promise<Error>;
  /** Kills the engine, even while it writes. */
  kill(): void;
}

/** Starts those of the three that are not excluded in parallel; stops all of them when one fails. */
export async function startStores(options: StoresOptions): Promise<Stores> {
  const [dynamoDb, cognito, files] = await Promise.allSettled([
    startTables(options),
    startPool(options),
    startBuckets(options),
  ]);
  if (dynamoDb.status === 'rejected') throw dynamoDb.reason;
  if (cognito.status === 'rejected') throw cognito.reason;
  if (files.status === 'rejected') throw files.reason;
  return {
    jwks: (issuer) => readKeys(options, cognito.value, issuer),
    failure: dynamoDb.value?.failure ?? new Promise(() => undefined),
    kill: () => {
      dynamoDb.value?.kill();
    },
  };
}

async function startTables(options: StoresOptions): Promise<RunningDynamoDb | undefined> {
  const { assembly, directory, plan, without, watcher, credentials, access, shutdown } = options;
  const { region } = assembly;
  const tables = readTables(assembly);
  if (without.has('dynamodb')) {
    const endpoint = plan.endpoints.dynamodb;
    const client = new DynamoDBClient({ region, credentials, endpoint });
    try {
      for (const table of tables) await ensureTable(client, table);
    } catch (error) {
      throw explainExternal('dynamodb', endpoint, error);
    } finally {
      client.destroy();
    }
    return undefined;
  }
  const dynamoDb = await startDynamoDb({
    directory: directory.directoryOf('dynamodb'),
    port: plan.portOf('dynamodb'),
    owner: { region, account: assembly.account },
    credentials,
    access,
    tables,
    indexDelayMilliseconds: options.indexDelayMilliseconds,
    warn: (message) => {
      watcher.report(message);
    },
  });
  shutdown.add('stores', () => dynamoDb.close());
  return dynamoDb;
}

/**
 * Names the service and its address when a service that the caller runs elsewhere answers with an error, or not at
 * all.
 */
function explainExternal(service: ServiceName, endpoint: string, error: unknown): unknown {
  if (error instanceof StartError || !(error instanceof Error)) return error;
  return new StartError(
    `Your ${service} at ${endpoint} cannot be used (${error.message}): start it, or name another in ${endpointVariables[service]}.`,
    { cause: error },
  );
}

async function startPool(options: StoresOptions): Promise<RunningCognito | undefined> {
  const { assembly, directory, plan, without, watcher, access, lambda, outbox, shutdown } = options;
  if (without.has('cognito-identity-provider')) return undefined;
  const cognito = await startCognito({
    directory: directory.directoryOf('cognito'),
    port: plan.portOf('cognito-identity-provider'),
    ...readUserPool(assembly),
    access,
    onMessage: ({ destination, kind, body, at }) => {
      watcher.mail(
        outbox.add({
          sentAt: at,
          service: 'cognito',
          recipients: [destination],
          subject: readMailSubject(assembly, kind),
          body,
          isHtml: true,
        }),
      );
    },
    invokeTrigger: (_kind, functionArn, event) => invokeTrigger(lambda, functionArn, event),
  });
  shutdown.add('stores', () => cognito.close());
  return cognito;
}

async function startBuckets(options: StoresOptions): Promise<void> {
  const { assembly, directory, plan, without, access, sessions, events, shutdown } = options;
  if (without.has('s3')) return;
  const { region } = assembly;
  const scanner = createMalwareProtection(
    assembly,
    (roleArn) =>
      new S3Client({
        ...{ region, endpoint: plan.endpoints.s3, forcePathStyle: true },
        credentials: sessions.keyOfScanner(roleArn),
      }),
  );
  const s3 = await startS3({
    directory: directory.directoryOf('s3'),
    port: plan.portOf('s3'),
    region,
    access,
    buckets: readBuckets(assembly, plan.origin),
    onEvent: async (event) => {
      const { source, 'detail-type': detailType, detail, resources, time } = event;
      const result = await scanner.scan(event);
      await events.emit('default', { source, detailType, detail, resources, time: new Date(time) });
      if (result) await events.emit('default', result);
    },
  });
  shutdown.add('stores', async () => {
    await s3.close();
    scanner.close();
  });
}

/** The pool's keys; for an external pool, from the address where Cognito publishes them. */
async function readKeys(
  { plan }: StoresOptions,
  cognito: RunningCognito | undefined,
  issuer: string,
): Promise<JsonWebKeySet> {
  if (cognito?.issuer === issuer) return { keys: cognito.jwks() };
  const poolId = issuer.split('/').at(-1) ?? '';
  const endpoint = plan.endpoints['cognito-identity-provider'];
  const response = await fetch(`${endpoint}/${poolId}/.well-known/jwks.json`);
  return keySetSchema.parse(await response.json());
}

const keySetSchema = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });
