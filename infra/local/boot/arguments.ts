import { maxPort } from './address-plan.ts';
import { readCommandLine } from './command-line.ts';
import { isServiceName, serviceNames, type ServiceName } from './endpoints.ts';
import { StartError } from './start-error.ts';

/** The parsed arguments of `npm start`. */
export interface StartArguments {
  /** Port of the page and the API; the services use the ports after it. 0: the system chooses all of them. */
  readonly port: number;
  readonly dataDirectory: string;
  /** Starts with an empty data directory. */
  readonly fresh: boolean;
  /** Undefined when not given: a new data directory is seeded with the demo then. */
  readonly seed: 'demo' | 'none' | undefined;
  /** Services that the caller runs elsewhere. */
  readonly without: ReadonlySet<ServiceName>;
}

const usage =
  'npm start -- [--port 3000] [--data .local] [--fresh] [--seed demo|none] [--without dynamodb,s3,…]';

/** Parses the arguments of `npm start`. Throws a StartError that names an invalid one. */
export function parseStartArguments(commandLine: readonly string[]): StartArguments {
  const values = parseOptions(commandLine);
  if (values.seed !== undefined && values.seed !== 'demo' && values.seed !== 'none')
    throw new StartError(`--seed must be demo or none, not ${values.seed}.`);
  return {
    port: parsePort(values.port),
    dataDirectory: values.data,
    fresh: values.fresh,
    seed: values.seed,
    without: parseServices(values.without),
  };
}

/** A TCP port with room above it for the services. Throws a StartError. */
function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= maxPort)) throw new StartError(`--port must be a number from 0 to ${maxPort}, not ${text}.`);
  return port;
}

function parseOptions(commandLine: readonly string[]) {
  const options = {
    port: { type: 'string', default: '3000' },
    data: { type: 'string', default: '.local' },
    fresh: { type: 'boolean', default: false },
    seed: { type: 'string' },
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
