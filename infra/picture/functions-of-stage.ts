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
export type TriggerName = 'api' | 'stream' | 'schedule' | 'cognito' | 'uploads';

/** A deployed function: what invokes it, and what it uses. */
export interface DeployedFunction {
  readonly name: string;
  readonly triggers: readonly TriggerName[];
  readonly uses: readonly ResourceName[];
}

const reference = z.union([
  z.object({ Ref: z.string() }).transform(({ Ref }) => Ref),
  z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).transform((get) => get['Fn::GetAtt'][0]),
]);

const functionSchema = z.object({
  Environment: z.object({ Variables: z.looseObject({ POWERTOOLS_SERVICE_NAME: z.string() }) }),
});
const permissionSchema = z.object({ FunctionName: reference, Principal: z.string(), SourceArn: z.unknown() });
const mappingSchema = z.object({ FunctionName: reference });
const ruleSchema = z.object({ ScheduleExpression: z.string().optional() });

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
    return [{ name: variables.POWERTOOLS_SERVICE_NAME, triggers: triggersOf(id, resources), uses }];
  });
}

function triggersOf(functionId: string, resources: Resources): readonly TriggerName[] {
  const found = Object.values(resources).flatMap(({ Type, Properties }): TriggerName[] => {
    if (Type === 'AWS::Lambda::EventSourceMapping') {
      return mappingSchema.parse(Properties).FunctionName === functionId ? ['stream'] : [];
    }
    if (Type !== 'AWS::Lambda::Permission') return [];
    const permission = permissionSchema.parse(Properties);
    return permission.FunctionName === functionId ? [triggerOf(permission, resources)] : [];
  });
  return [...new Set(found)];
}

function triggerOf(
  { Principal, SourceArn }: z.infer<typeof permissionSchema>,
  resources: Resources,
): TriggerName {
  if (Principal === 'apigateway.amazonaws.com') return 'api';
  if (Principal === 'cognito-idp.amazonaws.com') return 'cognito';
  const source = reference.safeParse(SourceArn);
  const rule = ruleSchema.safeParse(source.success ? resources[source.data]?.Properties : undefined);
  if (Principal !== 'events.amazonaws.com' || !rule.success) {
    throw new Error(`Add to the picture what ${Principal} invokes a function for`);
  }
  return rule.data.ScheduleExpression === undefined ? 'uploads' : 'schedule';
}
