import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import './import-fonts.ts';
import { format } from 'oxfmt';
import { bundleFunctions } from '../../infra/bundle.ts';
import { functionFolders } from '../../infra/declarations/function-folders.ts';
import { documentsOf } from '../documents.ts';
import { createTable, startTestEngine } from '../engine.ts';
import { putEveryItem } from '../samples/every-item.ts';
import { setEnvironment } from '../samples/in-process.ts';
import { startOutside } from '../samples/outside.ts';
import { people } from '../samples/world.ts';
import { measureCalls } from './calls.ts';
import { measureColdStarts } from './cold-start.ts';
import { benchEnvironment } from './environment.ts';
import { printed, type Section, written } from './figures.ts';
import { fillDirectory } from './filled-directory.ts';
import { measureGrowth } from './growth.ts';
import { measureHandlers } from './handler-time.ts';
import { manyOrdersItem } from './many-orders.ts';
import { putItems } from './put-items.ts';
import { measureEncodings } from './stored-item.ts';

/**
 * `npm run bench -- [--orders 1000000] [--runs 400] [--data <directory>] [--only calls,…] [--write] [--strict]`:
 * measures what the project promises, prints it, and with `--write` keeps it in docs/figures.md.
 */
const { values: options } = parseArgs({
  options: {
    /** Orders of the operator that has many. */
    orders: { type: 'string', default: '1000000' },
    /** How often what is warm is timed; cold starts are timed a twentieth as often. */
    runs: { type: 'string', default: '400' },
    /** Where the table with many orders is kept for the next time. */
    data: {
      type: 'string',
      default: join(import.meta.dirname, '../../node_modules/.cache/operator-cabinet-bench'),
    },
    /** Parts to measure. */
    only: { type: 'string', default: 'cold,calls,items,handlers,growth' },
    write: { type: 'boolean', default: false },
    /** Whether a missed target is a failure. */
    strict: { type: 'boolean', default: false },
  },
});
const runs = Number(options.runs);
const count = Number(options.orders);
const fewOrders = 100;

const environmentOf = (endpoint: string) => ({
  ...benchEnvironment,
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_ENDPOINT_URL_DYNAMODB: endpoint,
});

/** Everything of one engine: its endpoint for other processes, and a client for this one. */
async function withEngine<T>(
  directory: string | undefined,
  act: (engine: Awaited<ReturnType<typeof startTestEngine>>) => Promise<T>,
): Promise<T> {
  const engine = await startTestEngine({ directory });
  try {
    return await act(engine);
  } finally {
    await engine.close();
  }
}

const fewItems = Array.from({ length: fewOrders }, (_, number) => manyOrdersItem(number, fewOrders));

const parts: Readonly<Record<string, (bundles: ReadonlyMap<string, string>) => Promise<Section>>> = {
  cold: async () => ({
    title: 'Bundles and cold initialisation',
    method:
      'Bundles as deployed. Initialisation is the processor time of importing the bundle in a new process, since elapsed time depends on the load of the machine; medians of runs alternating with a bare function that creates the same clients of the SDK and can send the same commands, as the metafile of the bundle names them, and does nothing else. The function that prints is compared with one that also imports the PDF library.',
    figures: await measureColdStarts(functionFolders, Math.ceil(runs / 20)),
  }),
  calls: () =>
    withEngine(undefined, async ({ client }) => {
      const world = { documents: documentsOf(client), name: await createTable(client) };
      const outside = await startOutside();
      await setEnvironment(world, outside);
      const figures = await measureCalls({ ...world, restore: outside.restore });
      await outside.close();
      return {
        title: 'Calls to AWS',
        method:
          'The HTTP requests of a warm function that handles the sample of a route (`events/`), by operation. `npm test` checks the limits for every route.',
        figures,
      };
    }),
  items: () =>
    withEngine(undefined, async ({ client }) => ({
      title: 'How an item is stored',
      method: `A page of twenty orders read and decoded, and one order written, by the same SDK in the same engine; ${String(runs)} runs of each, alternating.`,
      figures: await measureEncodings(documentsOf(client), () => createTable(client), runs),
    })),
  handlers: (bundles) =>
    withEngine(undefined, async ({ client, endpoint }) => {
      const [documents, table] = [documentsOf(client), await createTable(client)];
      await putEveryItem({ documents, name: table });
      await putItems(documents, table, fewItems);
      return {
        title: 'A warm function compared with the bare SDK call',
        method: `The deployed bundle, from the gateway's event to its response with everything in between (authentication, parsing, the check of the response against its contract, log, metrics), compared with the same SDK reading the same item from the same engine; ${String(runs)} runs of each, alternating, in one process.`,
        figures: await measureHandlers(bundles, table, environmentOf(endpoint), runs),
      };
    }),
  growth: async (bundles) => {
    const { directory, table } = await fillDirectory(options.data, count);
    return withEngine(directory, async ({ client, endpoint }) => {
      const documents = documentsOf(client);
      const few = await createTable(client);
      await putItems(documents, few, [...people, ...fewItems]);
      await putItems(documents, table, people);
      return {
        title: `Lists of ${fewOrders} and of ${count.toLocaleString('en')} orders`,
        method: `The same pages of twenty of one operator's list, with ${fewOrders} orders and with ${count.toLocaleString('en')}, in two tables of one engine; ${String(runs)} runs of each, alternating.`,
        figures: await measureGrowth(
          bundles,
          { few: { table: few, count: fewOrders }, many: { table, count } },
          environmentOf(endpoint),
          runs,
        ),
      };
    });
  },
};

const directory = mkdtempSync(join(tmpdir(), 'cabinet-bench-'));
const sections: Section[] = [];
try {
  const bundles = bundleFunctions(functionFolders, directory);
  for (const name of options.only.split(',')) {
    const measure = parts[name];
    if (measure === undefined) throw new Error(`--only takes ${Object.keys(parts).join(', ')}`);
    const section = await measure(bundles);
    console.log(printed(section));
    sections.push(section);
  }
} finally {
  rmSync(directory, { recursive: true });
}

const missed = sections.flatMap(({ figures }) => figures).filter(({ met }) => !met);
console.log(missed.length === 0 ? '\nEvery target is met.' : `\nMissed: ${String(missed.length)}.`);
if (options.write) {
  const [processor] = cpus();
  const machine = `${String(cpus().length)} processors (${processor?.model ?? 'unknown'}), ${String(Math.round(totalmem() / 2 ** 30))} GB of memory, Node.js ${process.version}`;
  const text = [
    '# Figures',
    '',
    `Measured by \`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}, on ${machine}, with the DynamoDB engine of the local stack. Compare ratios within one run: milliseconds depend on this machine and on its load.`,
    '',
    sections.map(written).join('\n\n'),
    '',
  ].join('\n');
  const formatted = await format('figures.md', text, { printWidth: 110 });
  writeFileSync(join(import.meta.dirname, '../../docs/figures.md'), formatted.code);
}
if (options.strict && missed.length > 0) process.exitCode = 1;
