import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { bundleFunctions } from '../../infra/bundle.ts';
import { benchEnvironment } from './environment.ts';
import { type Figure, median, ratioOf } from './figures.ts';

const kilobyte = 1000;

/** Largest bundle, in bytes, of a function with DynamoDB alone, of one with S3 beside it, and of one that prints (docs/adr/0062). */
const limits = { dynamodb: 600 * kilobyte, s3: 850 * kilobyte, printing: 1400 * kilobyte };

/** Initialisation of a function over that of a bare one. */
const maxInitialisation = 1.3;

/** The least that a function can be: the same client of the SDK, bundled as the SDK comes, and nothing else. */
const bareFunctions = {
  'lib-dynamodb': `
    import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
    import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    export const handler = (event) => client.send(new GetCommand(event));`,
  'client-eventbridge': `
    import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
    const client = new EventBridgeClient({});
    export const handler = (event) => client.send(new PutEventsCommand(event));`,
} as const;

type Bare = keyof typeof bareFunctions;

/** What loading a module takes: processor time, which other work on the machine hardly stretches, and by the clock. */
interface Loading {
  readonly processor: number;
  readonly clock: number;
}

/** Measures size and cold initialisation of every function's bundle, in turns with the bare ones. */
export async function measureColdStarts(folders: readonly string[], runs: number): Promise<Figure[]> {
  const directory = await mkdtemp(path.join(tmpdir(), 'cabinet-bench-'));
  try {
    const bare = {
      'lib-dynamodb': await bundleBare('lib-dynamodb', directory),
      'client-eventbridge': await bundleBare('client-eventbridge', directory),
    };
    const files = [...bundleFunctions(folders, directory)].map(
      ([folder, location]) => [folder, path.join(location, 'index.mjs')] as const,
    );
    const loadings = await measureInTurns([...Object.values(bare), ...files.map(([, file]) => file)], runs);
    const figures: Figure[] = [];
    for (const [folder, file] of files) {
      const bundle = await readFile(file, 'utf8');
      const base: Bare = bundle.includes('TransactWriteItems') ? 'lib-dynamodb' : 'client-eventbridge';
      figures.push(
        sizeOf(folder, bundle),
        initialisationOf(folder, loadings.get(file) ?? [], base, loadings.get(bare[base]) ?? []),
      );
    }
    return figures;
  } finally {
    await rm(directory, { recursive: true });
  }
}

function sizeOf(folder: string, bundle: string): Figure {
  const bytes = Buffer.byteLength(bundle);
  const apis = bundle.includes('PutObject') ? limits.s3 : limits.dynamodb;
  const limit = folder === 'forms' ? limits.printing : apis;
  return {
    name: `${folder}: bundle`,
    value: `${Math.round(bytes / kilobyte)} KB`,
    target: `≤ ${limit / kilobyte} KB`,
    met: bytes <= limit,
  };
}

function initialisationOf(
  folder: string,
  own: readonly Loading[],
  base: Bare,
  bare: readonly Loading[],
): Figure {
  const of = (loadings: readonly Loading[], kind: keyof Loading) =>
    median(loadings.map((loading) => loading[kind]));
  const ratio = of(own, 'processor') / of(bare, 'processor');
  const byClock = of(own, 'clock') / of(bare, 'clock');
  return {
    name: `${folder}: cold initialisation over bare ${base}`,
    value: `${ratioOf(ratio)} (${of(own, 'processor').toFixed(0)} to ${of(bare, 'processor').toFixed(0)} ms of processor; by the clock ${ratioOf(byClock)})`,
    target: `≤ ${ratioOf(maxInitialisation)}`,
    met: ratio <= maxInitialisation,
  };
}

async function bundleBare(name: Bare, directory: string): Promise<string> {
  const outfile = path.join(directory, `bare-${name}.mjs`);
  await build({
    stdin: { contents: bareFunctions[name], resolveDir: import.meta.dirname },
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
  return outfile;
}

/** Loads each module in a process of its own; in turns, since the machine's speed drifts. */
async function measureInTurns(
  files: readonly string[],
  runs: number,
): Promise<ReadonlyMap<string, readonly Loading[]>> {
  const loadings = new Map(files.map((file) => [file, [] as Loading[]]));
  for (let run = 0; run <= runs; run += 1) {
    for (const file of files) {
      const loading = await load(file);
      // The first round fills the disk cache.
      if (run > 0) loadings.get(file)?.push(loading);
    }
  }
  return loadings;
}

async function load(file: string): Promise<Loading> {
  const script = `
    const processor = process.cpuUsage();
    const clock = performance.now();
    await import(${JSON.stringify(file)});
    const { user, system } = process.cpuUsage(processor);
    const loading = { processor: (user + system) / 1000, clock: performance.now() - clock };
    process.stdout.write(JSON.stringify(loading), () => process.exit(0));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--enable-source-maps', '--input-type=module', '--eval', script],
    { env: benchEnvironment },
  );
  return JSON.parse(stdout) as Loading;
}
