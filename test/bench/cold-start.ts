import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { bundleFunctions } from '../../infra/bundle.ts';
import { bareSourceOf, type Base, baseOf, bundleBare, nameOf, readSources } from './bare-function.ts';
import { benchEnvironment } from './environment.ts';
import { type Figure, median, ratioOf } from './figures.ts';

const kilobyte = 1000;

/** Largest bundle, in bytes, of a function with DynamoDB alone, of one with S3 beside it, and of one that prints (docs/adr/0062). */
const limits = { dynamodb: 600 * kilobyte, s3: 850 * kilobyte, printing: 1400 * kilobyte };

/** Initialisation of a function over that of a bare one. */
const maxInitialisation = 1.3;

/** What loading a module takes: processor time, which other work on the machine hardly stretches, and by the clock. */
interface Loading {
  readonly processor: number;
  readonly clock: number;
}

/** Measures size and cold initialisation of every function's bundle, in turns with bare functions on the same base. */
export async function measureColdStarts(folders: readonly string[], runs: number): Promise<Figure[]> {
  const directory = await mkdtemp(path.join(tmpdir(), 'cabinet-bench-'));
  try {
    const bundles = bundleFunctions(folders, directory);
    const sources = await readSources(directory);
    const bareFiles = new Map<string, string>();
    const measured = [];
    for (const [folder, location] of bundles) {
      const base = baseOf(sources.get(folder) ?? []);
      const source = bareSourceOf(base);
      // Functions on the same base are compared with the same bare one.
      const bareFile = bareFiles.get(source) ?? path.join(directory, `bare-${String(bareFiles.size)}.mjs`);
      if (!bareFiles.has(source)) await bundleBare(source, bareFile);
      bareFiles.set(source, bareFile);
      measured.push({ folder, base, file: path.join(location, 'index.mjs'), bareFile });
    }
    const loadings = await measureInTurns([...bareFiles.values(), ...measured.map(({ file }) => file)], runs);
    const figures: Figure[] = [];
    for (const { folder, base, file, bareFile } of measured) {
      figures.push(
        sizeOf(folder, base, await readFile(file, 'utf8')),
        initialisationOf(folder, loadings.get(file) ?? [], base, loadings.get(bareFile) ?? []),
      );
    }
    return figures;
  } finally {
    await rm(directory, { recursive: true });
  }
}

function sizeOf(folder: string, { clients, packages }: Base, bundle: string): Figure {
  const bytes = Buffer.byteLength(bundle);
  const apis = clients.has('@aws-sdk/client-s3') ? limits.s3 : limits.dynamodb;
  const limit = packages.includes('pdfkit') ? limits.printing : apis;
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
  base: Base,
  bare: readonly Loading[],
): Figure {
  const of = (loadings: readonly Loading[], kind: keyof Loading) =>
    median(loadings.map((loading) => loading[kind]));
  const ratio = of(own, 'processor') / of(bare, 'processor');
  const byClock = of(own, 'clock') / of(bare, 'clock');
  return {
    name: `${folder}: cold initialisation over bare ${nameOf(base)}`,
    value: `${ratioOf(ratio)} (${of(own, 'processor').toFixed(0)} to ${of(bare, 'processor').toFixed(0)} ms of processor; by the clock ${ratioOf(byClock)})`,
    target: `≤ ${ratioOf(maxInitialisation)}`,
    met: ratio <= maxInitialisation,
  };
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
