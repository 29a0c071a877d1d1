import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Application } from './application.ts';

/** Generated and installed files. */
const generatedPaths = /(^|\/)(node_modules|dist|coverage|\.[^/]*)$/;

/**
 * A key that changes whenever the synthesis may: a hash over the names and contents of its sources, and the stage.
 */
export function computeSynthesisKey({
  directory,
  stage,
  sources,
  ignoredSources = [],
}: Pick<Application, 'directory' | 'stage' | 'sources' | 'ignoredSources'>): string {
  const hash = createHash('sha256').update(`${stage}\n${process.version}\n${directory}\n`);
  const isIgnored = (name: string): boolean => generatedPaths.test(name) || ignoredSources.includes(name);
  for (const source of sources) addFile(hash, directory, source, isIgnored);
  return hash.digest('hex').slice(0, 32);
}

function addFile(
  hash: Hash,
  projectDirectory: string,
  name: string,
  isIgnored: (name: string) => boolean,
): void {
  const path = join(projectDirectory, name);
  try {
    const content = readFileSync(path);
    hash.update(`${name}\n${content.length}\n`).update(content);
  } catch (error) {
    if (codeOf(error) === 'EISDIR')
      for (const entry of readdirSync(path).sort())
        if (!isIgnored(`${name}/${entry}`)) addFile(hash, projectDirectory, `${name}/${entry}`, isIgnored);
    if (codeOf(error) !== 'EISDIR' && codeOf(error) !== 'ENOENT') throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
