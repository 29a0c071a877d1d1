import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

/** What a function uses, by the variable that names it. */
const resourceOfVariable = {
  TABLE_NAME: 'table',
  USER_POOL_ID: 'pool',
  APPLICATIONS_BUCKET: 'applicationsBucket',
  DOCUMENTS_BUCKET: 'documentsBucket',
  EVENT_BUS_NAME: 'bus',
} as const;

export type ResourceName = (typeof resourceOfVariable)[keyof typeof resourceOfVariable];

/** What invokes a function; a schedule with its expression, as in `rate(1 hour)`. */
export type Trigger = 'api' | 'stream' | 'queue' | 'bus' | 'cognito' | 'uploads' | `rate(${string})`;

/** A deployed function: what invokes it, and what it uses. */
export interface DeployedFunction {
  readonly name: string;
  readonly triggers: readonly Trigger[];
  readonly uses: readonly ResourceName[];
  /** Functions that work off the queues it sends to. */
  readonly sendsTo: readonly string[];
}

const reference = z.union([
  z.object({ Ref: z.string() }).transform(({ Ref }) => Ref),
  z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).transform((get) => get['Fn::GetAtt'][0]),
]);

const functionSchema = z.object({
  Environment: z.object({ Variables: z.looseObject({ POWERTOOLS_SERVICE_NAME: z.string() }) }),
});
const permissionSchema = z.object({ FunctionName: reference, Principal: z.string(), SourceArn: z.unknown() });
const mappingSchema = z.object({
  FunctionName: reference,
  /** An attribute of a queue of the stack, or an import from the table's. */
  EventSourceArn: z.union([
    reference,
    z.object({ 'Fn::ImportValue': z.string() }).transform(() => undefined),
  ]),
});
const ruleSchema = z.object({
  ScheduleExpression: z.templateLiteral(['rate(', z.string(), ')']).optional(),
  EventBusName: z.unknown().optional(),
});

const templateSchema = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.unknown() })),
});
type Resources = z.infer<typeof templateSchema>['Resources'];

/** The cabinet's own functions in a synthesized stage, sorted by name. */
export function functionsOfStage(stageDirectory: string): readonly DeployedFunction[] {
  return readdirSync(stageDirectory)
    .filter((file) => file.endsWith('.template.json'))
    .map((file) => templateSchema.parse(JSON.parse(readFileSync(path.join(stageDirectory, file), 'utf8'))))
    .flatMap(({ Resources }) => functionsOf(Resources))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

function functionsOf(resources: Resources): readonly DeployedFunction[] {
  return Object.entries(resources).flatMap(([id, { Type, Properties }]) => {
    const own = functionSchema.safeParse(Properties);
    // What the CDK brings along, to copy the pages into their bucket, has no service name.
    if (Type !== 'AWS::Lambda::Function' || !own.success) return [];
    const variables = own.data.Environment.Variables;
    const uses = Object.entries(resourceOfVariable).flatMap(([variable, resource]) =>
      variable in variables ? [resource] : [],
    );
    const sendsTo = Object.values(variables).flatMap((value) => workersOf(value, resources));
    return [{ name: variables.POWERTOOLS_SERVICE_NAME, triggers: triggersOf(id, resources), uses, sendsTo }];
  });
}

/** Names of the functions that work off the queue that a variable names, if it does. */
function workersOf(variable: unknown, resources: Resources): readonly string[] {
  const queue = reference.safeParse(variable);
  if (!queue.success) return [];
  return mappingsOf(resources)
    .filter(({ EventSourceArn }) => EventSourceArn === queue.data)
    .map(({ FunctionName }) => {
      const { Environment } = functionSchema.parse(resources[FunctionName]?.Properties);
      return Environment.Variables.POWERTOOLS_SERVICE_NAME;
    });
}

function mappingsOf(resources: Resources): readonly z.infer<typeof mappingSchema>[] {
  return Object.values(resources)
    .filter(({ Type }) => Type === 'AWS::Lambda::EventSourceMapping')
    .map(({ Properties }) => mappingSchema.parse(Properties));
}

function triggersOf(functionId: string, resources: Resources): readonly Trigger[] {
  const mapped = mappingsOf(resources)
    .filter(({ FunctionName }) => FunctionName === functionId)
    .map(({ EventSourceArn }) => (EventSourceArn === undefined ? 'stream' : 'queue'));
  const invoked = Object.values(resources).flatMap(({ Type, Properties }): Trigger[] => {
    if (Type !== 'AWS::Lambda::Permission') return [];
    const permission = permissionSchema.parse(Properties);
    return permission.FunctionName === functionId ? [triggerOf(permission, resources)] : [];
  });
  return [...new Set([...mapped, ...invoked])];
}

function triggerOf(
  { Principal, SourceArn }: z.infer<typeof permissionSchema>,
  resources: Resources,
): Trigger {
  if (Principal === 'apigateway.amazonaws.com') return 'api';
  if (Principal === 'cognito-idp.amazonaws.com') return 'cognito';
  const source = reference.safeParse(SourceArn);
  const rule = ruleSchema.safeParse(source.success ? resources[source.data]?.Properties : undefined);
  if (Principal !== 'events.amazonaws.com' || !rule.success) {
    throw new Error(`Add to the picture what ${Principal} invokes a function for`);
  }
  const { ScheduleExpression, EventBusName } = rule.data;
  // AWS services publish to the default bus: the cabinet hears of its buckets' objects there.
  return ScheduleExpression ?? (EventBusName === undefined ? 'uploads' : 'bus');
}
