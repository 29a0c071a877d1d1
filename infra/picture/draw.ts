import type { DeployedFunction, ResourceName, Trigger } from './functions-of-stage.ts';

const resources: readonly (readonly [name: ResourceName, shape: string])[] = [
  ['table', '[("table<br>DynamoDB")]'],
  ['pool', '[("users<br>Cognito")]'],
  ['applicationsBucket', '[("scans of applications<br>S3")]'],
  ['documentsBucket', '[("documents, attachments<br>S3")]'],
  ['bus', '{{"event bus<br>EventBridge"}}'],
];

/** Arrow from what invokes a function. */
function arrowOf(trigger: Trigger, name: string): string {
  switch (trigger) {
    case 'api':
      return `  api -- routes --> ${name}`;
    case 'stream':
      return `  table -- stream --> ${name}`;
    case 'queue':
      return `  ${queueOf(name)}[/"queue<br>SQS"/] --> ${name}`;
    case 'bus':
      return `  bus -- events --> ${name}`;
    case 'cognito':
      return `  pool -- each token --> ${name}`;
    case 'uploads':
      return `  uploads -- two verdicts --> ${name}`;
    default:
      return `  clock -- "${trigger.replace(/^rate\((?:1 )?(.*)\)$/, 'every $1')}" --> ${name}`;
  }
}

/**
 * A Mermaid flowchart of what is deployed.
 *
 * @param routeCounts number of routes, by capability
 */
export function drawArchitecture(
  functions: readonly DeployedFunction[],
  routeCounts: ReadonlyMap<string, number>,
): string {
  const capabilities = functions.filter(({ name }) => routeCounts.has(name));
  // Functions that use the same are one box.
  const groups = Object.values(Object.groupBy(capabilities, ({ uses }) => uses.join())).filter(
    (group) => group !== undefined,
  );
  const others = functions.filter(({ name }) => !routeCounts.has(name));
  // What every capability uses is one arrow from their frame.
  const isCommon = (resource: ResourceName) => capabilities.every(({ uses }) => uses.includes(resource));
  return [
    'flowchart LR',
    '  client(["browsers,<br>operators’ systems"]) --> edge["CloudFront<br>and firewall"]',
    '  edge -- pages --> pages[("pages<br>S3")]',
    '  edge -- "/cabinet, /tmf-api" --> api["HTTP API<br>checks the token"]',
    '  client -- sign in --> pool',
    '  client -- presigned POST --> quarantine[/"quarantine<br>S3"/]',
    '  quarantine -- "S3, GuardDuty" --> uploads[/"upload events"/]',
    '  clock(("clock"))',
    '  subgraph capabilities ["a function per capability (routes)"]',
    ...groups.map(
      (group) =>
        `    ${idOf(group)}["${group.map(({ name }) => `${name} (${String(routeCounts.get(name))})`).join('<br>')}"]`,
    ),
    '  end',
    '  subgraph consumers ["functions that react"]',
    ...others.map(({ name }) => `    ${name}`),
    '  end',
    ...resources.map(([name, shape]) => `  ${name}${shape}`),
    '  api --> capabilities',
    ...resources.filter(([name]) => isCommon(name)).map(([name]) => `  capabilities <--> ${name}`),
    ...groups.flatMap((group) =>
      (group[0]?.uses ?? [])
        .filter((resource) => !isCommon(resource))
        .map((resource) => `  ${idOf(group)} --> ${resource}`),
    ),
    ...others.flatMap(({ name, triggers, uses, sendsTo }) => [
      ...triggers.map((trigger) => arrowOf(trigger, name)),
      ...uses.map((resource) => `  ${name} --> ${resource}`),
      ...sendsTo.map((worker) => `  ${name} --> ${queueOf(worker)}`),
    ]),
  ].join('\n');
}

function queueOf(worker: string): string {
  return `${worker}-queue`;
}

function idOf(group: readonly DeployedFunction[]): string {
  return group.map(({ name }) => name).join('-');
}
