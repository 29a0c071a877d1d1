import { capabilities } from './capabilities.ts';
import { consumers } from './consumers.ts';

/** Folders of functions/ that are deployed. */
export const functionFolders: readonly string[] = [...capabilities, ...consumers].map(({ folder }) => folder);
