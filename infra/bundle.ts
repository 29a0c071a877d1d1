import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { reduceToOwnSources } from './own-source-map.ts';

const projectDirectory = fileURLToPath(new URL('..', import.meta.url));

/** Nominal output directory in the source maps; fixed, so that they are the same on every machine. */
const nominalDirectory = path.join(projectDirectory, 'dist/functions');

/**
 * Sources of credentials that the SDK tries after the environment, which is where Lambda puts a function's: 90 KB
 * that would never run. Each is only imported when it is tried.
 */
const otherSourcesOfCredentials = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/**
 * Bundles `functions/<folder>/main.ts` of all folders in one pass, each into `<directory>/<folder>/index.mjs` with
 * its source map, and esbuild's metafile into `<directory>/metafile.json`. The same sources produce the same bytes,
 * whatever the target directory.
 *
 * @returns the directory of each folder's bundle
 * @throws esbuild's BuildFailure when a source does not parse or an import does not resolve
 */
export function bundleFunctions(folders: readonly string[], directory: string): ReadonlyMap<string, string> {
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: projectDirectory,
    entryPoints: folders.map((folder) => ({ in: `functions/${folder}/main.ts`, out: `${folder}/index` })),
    outdir: nominalDirectory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    sourcemap: true,
    // The sources are in the repository: stack traces only need names and lines.
    sourcesContent: false,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    external: otherSourcesOfCredentials,
    // Fonts are inlined as bytes.
    loader: { '.woff': 'binary' },
    // CommonJS dependencies still call require() for Node's own modules.
    banner: {
      js: "import{createRequire as cabinetRequire}from'node:module';const require=cabinetRequire(import.meta.url);",
    },
    legalComments: 'none',
    metafile: true,
    write: false,
  });
  for (const { path: file, text } of outputFiles) {
    const target = path.join(directory, path.relative(nominalDirectory, file));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, file.endsWith('.map') ? reduceToOwnSources(text) : text);
  }
  mkdirSync(directory, { recursive: true });
  writeFileSync(path.join(directory, 'metafile.json'), JSON.stringify(metafile));
  return new Map(folders.map((folder) => [folder, path.join(directory, folder)]));
}
