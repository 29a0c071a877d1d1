import type { Application } from './application.ts';
import type { Seed } from './seed-context.ts';

/** A command that starts an application on this machine. */
export interface StartCommand {
  readonly application: Application;
  /** How people call it, up to its options: `npm start --`. */
  readonly name: string;
  /** Port of the pages and the API unless `--port` names another; the services use the ports after it. */
  readonly port: number;
  /** Where data are stored unless `--data` names another directory. */
  readonly dataDirectory: string;
  /** Runs at the first start of a data directory, unless `--seed none` is given. */
  readonly seed: {
    /** `--seed <name>` refuses data that were created without it. */
    readonly name: string;
    readonly run: Seed;
  };
}
