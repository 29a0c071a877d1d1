import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A directory of files to compare with, or why the comparison is skipped. */
export type ReferenceData = { readonly directory: string } | { readonly missing: string };

/** Reference files that are not ours to distribute lie in a directory beside the repository. */
const defaultRoot = join(import.meta.dirname, '../../shared');

interface Surroundings {
  readonly root?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * Finds reference files. Without them a comparison is skipped, and the test says why; where `CI` is set it fails, unless
 * `REFERENCE_DATA=absent` says that they are absent on purpose.
 *
 * @param path of a directory of reference files: `specs/tmf-v4`
 * @throws Error where they have to be there and are not
 */
export function findReferenceData(
  path: string,
  { root = defaultRoot, environment = process.env }: Surroundings = {},
): ReferenceData {
  const directory = join(root, path);
  if (existsSync(directory)) return { directory };
  const missing = `there are no reference files in ${directory}`;
  const { CI = '', REFERENCE_DATA } = environment;
  if (CI !== '' && CI !== 'false' && REFERENCE_DATA !== 'absent')
    throw new Error(`${missing}: add them, or set REFERENCE_DATA=absent to skip what compares with them`);
  return { missing };
}
