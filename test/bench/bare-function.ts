import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import * as z from 'zod';

const metafileSchema = z.object({
  outputs: z.record(
    z.string(),
    z.object({ inputs: z.record(z.string(), z.object({ bytesInOutput: z.number() })) }),
  ),
});

/** What a bundle is made of: the paths of its sources. */
export type Sources = readonly string[];

/**
 * Sources of each folder's bundle, from the metafile that the bundling left.
 *
 * @param directory where the bundles are
 */
export async function readSources(directory: string): Promise<ReadonlyMap<string, Sources>> {
  const text = await readFile(path.join(directory, 'metafile.json'), 'utf8');
  const { outputs } = metafileSchema.parse(JSON.parse(text));
  return new Map(
    Object.entries(outputs).map(([output, { inputs }]) => [
      path.basename(path.dirname(output)),
      Object.entries(inputs).flatMap(([source, { bytesInOutput }]) => (bytesInOutput > 0 ? [source] : [])),
    ]),
  );
}

/** Libraries that take long to load and are what a function is for. */
const libraries = ['pdfkit'];

/** What a function cannot do without: clients with the commands that it sends, by package, and other packages. */
export interface Base {
  readonly clients: ReadonlyMap<string, { readonly client: string; readonly commands: readonly string[] }>;
  readonly packages: readonly string[];
}

const inClient =
  /node_modules\/(@aws-sdk\/client-[\w-]+)\/dist-es\/(?:commands\/)?(\w+(?:Client|Command))\.js$/;
const inPackage = /node_modules\/(@aws-sdk\/s3-[\w-]+|[\w-]+)\//;

/** What a function holds of the SDK and of libraries, by the sources of its bundle. */
export function baseOf(sources: Sources): Base {
  const found = sources.flatMap((source) => {
    const [, name = '', exported = ''] = inClient.exec(source) ?? [];
    return exported === '' ? [] : [{ name, exported }];
  });
  const names = (name: string, kind: 'Client' | 'Command') =>
    found
      .filter((one) => one.name === name && one.exported.endsWith(kind))
      .map(({ exported }) => exported)
      .toSorted();
  const clients = [...new Set(found.map(({ name }) => name))].toSorted().flatMap((name) => {
    const [client] = names(name, 'Client');
    return client === undefined ? [] : [[name, { client, commands: names(name, 'Command') }] as const];
  });
  const packages = sources
    .flatMap((source) => inPackage.exec(source)?.[1] ?? [])
    .filter((name) => name.startsWith('@aws-sdk/s3-') || libraries.includes(name));
  return { clients: new Map(clients), packages: [...new Set(packages)].toSorted() };
}

/** Short names of a base, as in `dynamodb, s3, s3-request-presigner`. */
export function nameOf({ clients, packages }: Base): string {
  return [...[...clients.keys()].map((name) => name.replace('@aws-sdk/client-', '')), ...packages]
    .map((name) => name.replace('@aws-sdk/', ''))
    .join(', ');
}

/** The least that a function on this base can be: it makes the clients and can send the commands, and does nothing. */
export function bareSourceOf({ clients, packages }: Base): string {
  const ofClients = [...clients].map(
    ([name, { client, commands }], index) => `
      import { ${[client, ...commands].join(', ')} } from '${name}';
      export const client${String(index)} = [new ${client}({}), ${commands.join(', ')}];`,
  );
  const ofPackages = packages.map((name, index) =>
    name.startsWith('@')
      ? `export * from '${name}';`
      : `import library${String(index)} from '${name}'; export { library${String(index)} };`,
  );
  return [...ofClients, ...ofPackages].join('\n');
}

/** Bundles a bare function as `infra/bundle.ts` bundles the others, credential providers included. */
export async function bundleBare(source: string, outfile: string): Promise<void> {
  await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    outfile,
    bundle: true,
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: {
      js: "import{createRequire as bareRequire}from'node:module';const require=bareRequire(import.meta.url);",
    },
  });
}
