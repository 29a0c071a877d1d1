import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartError } from '../boot/start-error.ts';

const engineVersion = '1.2.1';

export interface EngineCommand {
  readonly program: string;
  readonly leading: readonly string[];
  /** It is fetched from the registry first, which takes a while. */
  readonly isFetched: boolean;
}

/**
 * The engine (dynoxide, DynamoDB over SQLite) for this platform: the installed package (by default the one for
 * linux-x64), or the one that npx fetches.
 */
export function findEngine(platform = `${process.platform}-${process.arch}`): EngineCommand {
  try {
    const manifest = createRequire(import.meta.url).resolve(`@dynoxide/${platform}/package.json`);
    const name = platform.startsWith('win32') ? 'dynoxide.exe' : 'dynoxide';
    return { program: join(dirname(manifest), name), leading: [], isFetched: false };
  } catch {
    return { program: 'npx', leading: ['--yes', `dynoxide@${engineVersion}`], isFetched: true };
  }
}

/** The message for a platform on which neither of them runs. */
export function noEngine(platform = `${process.platform}-${process.arch}`): StartError {
  return new StartError(
    `There is no DynamoDB engine for ${platform}: install @dynoxide/${platform}@${engineVersion}, or start with ` +
      '--without dynamodb and the address of your own in AWS_ENDPOINT_URL_DYNAMODB.',
  );
}
