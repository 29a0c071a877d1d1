import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { tableDefinition } from '../../shared/table/definition.ts';

const root = path.join(import.meta.dirname, '../..');

/** What DynamoDB asks permission for, by how the sources write it (`shared/table`, `shared/history`). */
const writePatterns: Readonly<Record<string, RegExp>> = {
  PutItem: /\b(?:insert|replaceVersion|putVersion)\(|\.append\(|\bput: \w*[kK]ey\w*\(/,
  UpdateItem: /\bupdate: (?:\w*[kK]ey\w*\(|\{ partition)/,
  DeleteItem: /\b(?:removeVersion|removalActions)\(|\bremove: (?:\w*[kK]ey\w*\(|\{ partition)/,
  ConditionCheckItem: /\bcheck: \w*[kK]ey\w*\(/,
};

function sourcesOf(folder: string): string {
  const directory = path.join(root, folder);
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(directory, file), 'utf8'))
    .join('\n');
}

/** Actions on the table by which a capability's sources write, sorted. */
export function writesOf(capability: string): string[] {
  const sources = sourcesOf(`functions/${capability}`);
  return Object.entries(writePatterns)
    .filter(([, pattern]) => pattern.test(sources))
    .map(([action]) => action)
    .toSorted();
}

/** Indexes of the table that a capability's sources name, or the registry of work queues that they go through; sorted. */
export function indexesOf(capability: string): string[] {
  const own = sourcesOf(`functions/${capability}`);
  const sources = own.includes('workQueues') ? own + sourcesOf('shared/work-queue') : own;
  return Object.keys(tableDefinition.indexes)
    .filter((index) => sources.includes(`'${index}'`))
    .toSorted();
}

/** Body of each function that `shared/identity/cognito` exports. */
const operations = new Map(
  sourcesOf('shared/identity/cognito')
    .split(/^export (?=function|class)/m)
    .slice(1)
    .map((source) => [
      /^(?:function|class) (\w+)/.exec(source)![1]!,
      source.split(/^(?:import|export) /m)[0]!,
    ]),
);

/** Actions on the user pool of the operations that a capability picks in its `user-pool.ts`, and of what these call; sorted. */
export function userPoolActionsOf(capability: string): string[] {
  const used = new Set<string>();
  const visit = (source: string): void => {
    for (const [name, body] of operations) {
      if (used.has(name) || !new RegExp(`\\b${name}\\(`).test(source)) continue;
      used.add(name);
      visit(body.slice(body.indexOf('{')));
    }
  };
  visit(sourcesOf(`functions/${capability}`));
  const commands = [...used].flatMap((name) =>
    [...operations.get(name)!.matchAll(/\b((?:Admin|List|Create|Get|Update)\w+)Command\b/g)].map(
      ([, action]) => action!,
    ),
  );
  return [...new Set(commands)].toSorted();
}
