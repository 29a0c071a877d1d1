import type { Assembly } from '../template/assembly.ts';
import type { AddressPlan } from './address-plan.ts';
import type { DataDirectory } from './data-directory.ts';
import type { Shutdown } from './shutdown.ts';
import type { ServiceName } from './endpoints.ts';
import type { Watcher } from './watcher.ts';

/** Common options of all services. */
export interface ServicesOptions {
  readonly assembly: Assembly;
  readonly directory: DataDirectory;
  readonly plan: AddressPlan;
  readonly without: ReadonlySet<ServiceName>;
  /** How long secondary indexes lack what was written; by default they are always up to date. */
  readonly indexDelayMilliseconds?: number | undefined;
  readonly watcher: Watcher;
  readonly shutdown: Shutdown;
}
