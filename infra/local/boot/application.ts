import type { StackAddress } from './stack-address.ts';

/** What the local stack has to be told of an application; everything else it reads in the synthesized template. */
export interface Application {
  /** Directory of `cdk.json`. */
  readonly directory: string;
  /** The context `stage` of the synthesis, and the name of the CDK Stage to run. */
  readonly stage: string;
  /** Files and folders that the synthesis reads, relative to `directory`: a change of them synthesizes again. */
  readonly sources: readonly string[];
  /** Folders among them that it does not read. */
  readonly ignoredSources?: readonly string[] | undefined;
  /** JSON files of the pages that have to know addresses of this machine, by path (`/config.json`). */
  readonly pageFiles?: Readonly<Record<string, LocalizePageFile>> | undefined;
  /** How the console shows an item of a table, where it is stored in a form that is hard to read. */
  readonly readItem?: ReadItem | undefined;
}

/** An item for people, from its attributes. */
export type ReadItem = (attributes: Readonly<Record<string, unknown>>) => unknown;

/** The content of a JSON file on this machine, from the deployed content; `{}` where the template deploys no such file. */
type LocalizePageFile = (
  deployed: Readonly<Record<string, unknown>>,
  address: StackAddress,
) => Readonly<Record<string, unknown>>;
