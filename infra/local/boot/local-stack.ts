import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { join } from 'node:path';
import { openConsole } from '../console/console.ts';
import { endLeftOver } from '../dynamodb/engine-record.ts';
import { createGateway, type EdgeOptions } from '../gateway/gateway.ts';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { Assembly } from '../template/assembly.ts';
import { planAddresses, type AddressPlan } from './address-plan.ts';
import type { Application } from './application.ts';
import type { StackAddress } from './stack-address.ts';
import { openDataDirectory } from './data-directory.ts';
import { createShutdown, type Shutdown } from './shutdown.ts';
import type { ServiceName } from './endpoints.ts';
import { explainFault } from './fault.ts';
import { openAssembly } from './open-assembly.ts';
import type { Seed } from './seed-context.ts';
import { seedOnce } from './seeding.ts';
import { credentials } from './function-environment.ts';
import { startServices, type Services } from './services.ts';
import { StartError } from './start-error.ts';
import { markAsUsed, synthesize } from './synthesis.ts';
import { nameBuckets, readTables, userPoolClientId, userPoolId } from './template-parts.ts';
import { noWatcher, type Watcher } from './watcher.ts';
import { localizePageFiles, locatePages } from './page-files.ts';

export interface LocalStackOptions {
  readonly application: Application;
  /** Where all data is stored. */
  readonly dataDirectory: string;
  /** Port of the pages and the API; the services use the ports after it. By default 0: free ports for all. */
  readonly port?: number | undefined;
  /** Starts with an empty data directory. */
  readonly fresh?: boolean | undefined;
  /** Runs once per data directory, at its first start. */
  readonly seed?: Seed | undefined;
  /** Refuses a data directory that was created without the seed. */
  readonly mustBeSeeded?: boolean | undefined;
  /** Services that the caller runs elsewhere, at the addresses in variables of `environment`. */
  readonly without?: ReadonlySet<ServiceName> | undefined;
  /**
   * How long secondary indexes of DynamoDB lack what was written; by default they are always up to date. What works
   * with a delay does not rely on a fresh index.
   */
  readonly indexDelayMilliseconds?: number | undefined;
  /** `process.env` by default. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  /** No output by default. */
  readonly watcher?: Watcher | undefined;
}

export interface RunningStack extends StackAddress {
  /** URL of the `/_local` console. */
  readonly consoleUrl: string;
  readonly assembly: Assembly;
  readonly lambda: LambdaRuntime;
  /** Resolves with the reason when a part stops unexpectedly. */
  readonly failure: Promise<Error>;
  /** Stops everything, after finishing current requests. */
  close(): Promise<void>;
  /** Kills the database immediately, even while it writes, and then stops the rest. */
  crash(): Promise<void>;
}

const markIntervalMs = 5 * 60_000;

/**
 * Starts the synthesized application on this machine; resolves when it answers, on a first start after seeding.
 * @throws {StartError} with one sentence that says what to do
 */
export async function startLocalStack(options: LocalStackOptions): Promise<RunningStack> {
  const shutdown = createShutdown();
  try {
    return await start(options, shutdown);
  } catch (fault) {
    await shutdown.run();
    throw explainFault(fault, options.dataDirectory);
  }
}

async function start(options: LocalStackOptions, shutdown: Shutdown): Promise<RunningStack> {
  const { application, watcher = noWatcher, without = new Set<ServiceName>() } = options;
  const directory = await openDataDirectory(options.dataDirectory, options.fresh ?? false, (path) =>
    endLeftOver(join(path, 'dynamodb')),
  );
  shutdown.add('stores', () => {
    directory.release();
  });
  if (options.mustBeSeeded === true && !directory.isNew && directory.seedState === 'none')
    throw new StartError(
      `${options.dataDirectory} was created without the seed: add --fresh, or choose another with --data.`,
    );
  const plan = await planAddresses(options.port ?? 0, without, options.environment ?? process.env);
  directory.begin();
  const synthesis = await synthesize(application, (line) => {
    watcher.report(line);
  });
  const mark = setInterval(() => markAsUsed(synthesis), markIntervalMs).unref();
  shutdown.add('functions', () => {
    clearInterval(mark);
  });
  const assembly = openAssembly(synthesis, application.stage, directory.path, plan.endpoints);
  const services = await startServices({
    ...{ assembly, directory, plan, without, watcher, shutdown },
    indexDelayMilliseconds: options.indexDelayMilliseconds,
  });
  const address = describeAddress(assembly, plan);
  const gateway = createGateway({
    assembly,
    lambda: services.lambda,
    jwks: services.jwks,
    edge: describeEdge(assembly, application, address),
    log: (line) => {
      watcher.request(line);
    },
  });
  await gateway.listen(plan.portOf('application'));
  shutdown.add('callers', () => gateway.close());
  directory.recordAddress(address);
  const consoleUrl = await startConsole(
    plan.portOf('console'),
    address,
    application,
    services,
    assembly,
    shutdown,
  );
  if (options.seed && directory.isNew) await seedOnce(options.seed, directory, address, watcher);
  return {
    ...address,
    consoleUrl,
    assembly,
    lambda: services.lambda,
    failure: services.failure,
    close: () => shutdown.run(),
    crash: async () => {
      services.kill();
      // Failing requests are the purpose of a crash.
      await shutdown.run().catch(() => undefined);
    },
  };
}

function describeAddress(assembly: Assembly, { origin, endpoints }: AddressPlan): StackAddress {
  return {
    origin,
    endpoints,
    region: assembly.region,
    account: assembly.account,
    credentials,
    userPoolId,
    userPoolClientId,
    tableName: readTables(assembly)[0]?.name ?? '',
    buckets: nameBuckets(assembly),
  };
}

function describeEdge(assembly: Assembly, application: Application, address: StackAddress): EdgeOptions {
  const { endpoints } = address;
  return {
    staticFiles: locatePages(assembly),
    generatedFiles: localizePageFiles(assembly, application, address),
    localOrigins: [endpoints['cognito-identity-provider'], endpoints.s3],
  };
}

async function startConsole(
  port: number,
  address: StackAddress,
  { readItem }: Application,
  services: Services,
  assembly: Assembly,
  shutdown: Shutdown,
): Promise<string> {
  const { region, endpoints } = address;
  const client = new DynamoDBClient({ region, credentials, endpoint: endpoints.dynamodb });
  const files = new S3Client({ region, credentials, endpoint: endpoints.s3, forcePathStyle: true });
  const opened = await openConsole(port, {
    ...services,
    address,
    tableNames: readTables(assembly).map(({ name }) => name),
    table: DynamoDBDocumentClient.from(client),
    readItem,
    files,
  });
  shutdown.add('callers', async () => {
    await opened.close();
    client.destroy();
    files.destroy();
  });
  return opened.url;
}
