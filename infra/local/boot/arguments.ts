import { maxPort } from './address-plan.ts';
import { readCommandLine } from './command-line.ts';
import { isServiceName, serviceNames, type ServiceName } from './endpoints.ts';
import type { StartCommand } from './start-command.ts';
import { StartError } from './start-error.ts';

/** The parsed arguments of a start. */
export interface StartArguments {
  /** Port of the pages and the API; the services use the ports after it. 0: the system chooses all of them. */
  readonly port: number;
  readonly dataDirectory: string;
  /** Starts with an empty data directory. */
  readonly fresh: boolean;
  /** `default`: only a new data directory is seeded; `required`: one that was created without the seed is refused. */
  readonly seed: 'default' | 'required' | 'none';
  /** How long secondary indexes lack what was written. */
  readonly indexDelayMilliseconds: number | undefined;
  /** Services that the caller runs elsewhere. */
  readonly without: ReadonlySet<ServiceName>;
}

/** Parses the arguments of a start. Throws a StartError that names an invalid one. */
export function parseStartArguments(
  commandLine: readonly string[],
  command: Omit<StartCommand, 'application'>,
): StartArguments {
  const values = parseOptions(commandLine, command);
  return {
    port: parsePort(values.port),
    dataDirectory: values.data,
    fresh: values.fresh,
    seed: parseSeed(values.seed, command.seed.name),
    indexDelayMilliseconds: parseDelay(values['index-delay']),
    without: parseServices(values.without),
  };
}

/** A TCP port with room above it for the services. Throws a StartError. */
function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= maxPort)) throw new StartError(`--port must be a number from 0 to ${maxPort}, not ${text}.`);
  return port;
}

function parseSeed(name: string | undefined, known: string): StartArguments['seed'] {
  if (name === undefined) return 'default';
  if (name === 'none') return name;
  if (name === known) return 'required';
  throw new StartError(`--seed must be ${known} or none, not ${name}.`);
}

function parseDelay(text: string | undefined): number | undefined {
  if (text === undefined || /^\d{1,8}$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new StartError(`--index-delay must be a number of milliseconds, not ${text}.`);
}

function parseOptions(
  commandLine: readonly string[],
  { name, port, dataDirectory, seed }: Omit<StartCommand, 'application'>,
) {
  const usage = `${name} [--port ${port}] [--data ${dataDirectory}] [--fresh] [--seed ${seed.name}|none] [--index-delay 100] [--without dynamodb,s3,…]`;
  const options = {
    port: { type: 'string', default: String(port) },
    data: { type: 'string', default: dataDirectory },
    fresh: { type: 'boolean', default: false },
    seed: { type: 'string' },
    'index-delay': { type: 'string' },
    without: { type: 'string', default: '' },
  } as const;
  return readCommandLine({ args: [...commandLine], options }, usage).values;
}

function parseServices(list: string): ReadonlySet<ServiceName> {
  const names = list.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  return new Set(
    names.map((name) => {
      if (isServiceName(name)) return name;
      throw new StartError(`--without supports ${serviceNames.join(', ')}, not ${name}.`);
    }),
  );
}
