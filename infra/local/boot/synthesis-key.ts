import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Inputs of the synthesis: the cloud's code, what is deployed with it, and the versions of the tools. */
const sourcePaths = [
  'infra',
  'functions',
  'shared',
  'web',
  'openapi.json',
  'cdk.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Generated and installed files, and code that only runs on this machine. */
const excludedPaths = /(^|\/)(node_modules|dist|coverage|\.[^/]*)$|^infra\/(local|demo)$/;

/**
 * A key that changes whenever the synthesis may: a hash over the names and contents of its sources, and the stage.
 */
export function computeSynthesisKey(projectDirectory: string, stage: string): string {
  const hash = createHash('sha256').update(`${stage}\n${process.version}\n${projectDirectory}\n`);
  for (const source of sourcePaths) addFile(hash, projectDirectory, source);
  return hash.digest('hex').slice(0, 32);
}

function addFile(hash: Hash, projectDirectory: string, name: string): void {
  const path = join(projectDirectory, name);
  try {
    const content = readFileSync(path);
    hash.update(`${name}\n${content.length}\n`).update(content);
  } catch (error) {
    if (codeOf(error) === 'EISDIR')
      for (const entry of readdirSync(path).sort())
        if (!excludedPaths.test(`${name}/${entry}`)) addFile(hash, projectDirectory, `${name}/${entry}`);
    if (codeOf(error) !== 'EISDIR' && codeOf(error) !== 'ENOENT') throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
