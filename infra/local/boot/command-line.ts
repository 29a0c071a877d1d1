import { parseArgs, type ParseArgsConfig } from 'node:util';
import { StartError } from './start-error.ts';

/** Parses a command line. Throws a StartError with the invalid argument and `usage`. */
export function readCommandLine<Config extends ParseArgsConfig>(config: Config, usage: string) {
  try {
    return parseArgs(config);
  } catch (error) {
    const fault = error instanceof Error ? error.message.replace(/\.? To specify.*$/s, '') : String(error);
    throw new StartError(`${fault.replace(/\.$/, '')}; the options are: ${usage}`);
  }
}

/** Runs a command of `npm run`; when it fails, prints the reason in one sentence and exits with code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
