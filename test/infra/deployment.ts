import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';

const templateSchema = z.object({
  Resources: z.record(z.string(), z.unknown()),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.string() }).optional() }))
    .default({}),
});

/** A stack as it is deployed: its template, and the stacks that the CDK deploys before it. */
export interface DeployableStack {
  readonly name: string;
  readonly template: z.infer<typeof templateSchema>;
  readonly dependencies: readonly string[];
}

/** @throws ZodError if it is no template */
export function deployableStack(
  name: string,
  template: unknown,
  dependencies: readonly string[],
): DeployableStack {
  return { name, template: templateSchema.parse(template), dependencies };
}

/** The stacks of an account by name, as they were deployed last. */
export type Account = ReadonlyMap<string, DeployableStack>;

const stackOutputSchema = z.object({ StackName: z.string(), OutputName: z.string() });

/** Every value of an intrinsic function in a template. */
function argumentsOf(intrinsic: string, { template }: DeployableStack): readonly unknown[] {
  const found: unknown[] = [];
  JSON.parse(JSON.stringify(template.Resources), (key, value: unknown) => {
    if (key === intrinsic) found.push(value);
    return value;
  });
  return found;
}

const importsOf = (stack: DeployableStack) =>
  new Set(argumentsOf('Fn::ImportValue', stack).map((name) => z.string().parse(name)));

const exportsOf = ({ template }: DeployableStack) =>
  new Map(
    Object.values(template.Outputs).flatMap(({ Value, Export }) =>
      Export === undefined ? [] : [[Export.Name, Value] as const],
    ),
  );

/**
 * What CloudFormation would refuse a deployment for: an import that is not exported, an output that is not there, an
 * export that another stack imports and that would be gone or changed. (AWS CloudFormation User Guide, "Get exported
 * outputs from a deployed CloudFormation stack", "Fn::GetStackOutput".)
 */
export function refusalsOf(account: Account, stack: DeployableStack): readonly string[] {
  const others = [...account.values()].filter(({ name }) => name !== stack.name);
  const exported = new Set(others.flatMap((other) => [...exportsOf(other).keys()]));
  const missingExports = [...importsOf(stack)]
    .filter((name) => !exported.has(name))
    .map((name) => `${stack.name}: no export ${name}`);
  const missingOutputs = argumentsOf('Fn::GetStackOutput', stack)
    .map((argument) => stackOutputSchema.parse(argument))
    .filter(({ StackName, OutputName }) => account.get(StackName)?.template.Outputs[OutputName] === undefined)
    .map(({ StackName, OutputName }) => `${stack.name}: no output ${OutputName} of ${StackName}`);
  const before = account.get(stack.name);
  const after = exportsOf(stack);
  const inUse = [...(before === undefined ? [] : exportsOf(before))]
    .filter(([name, value]) => !isDeepStrictEqual(after.get(name), value))
    .flatMap(([name]) =>
      others
        .filter((other) => importsOf(other).has(name))
        .map((other) => `${stack.name}: export ${name} is in use by ${other.name}`),
    );
  return [...missingExports, ...missingOutputs, ...inUse];
}

/** The stacks in the order in which the CDK deploys them: each after its dependencies. */
export function deploymentOrder(stacks: readonly DeployableStack[]): readonly DeployableStack[] {
  const ordered: DeployableStack[] = [];
  const add = (stack: DeployableStack): void => {
    if (ordered.includes(stack)) return;
    for (const dependency of stacks) if (stack.dependencies.includes(dependency.name)) add(dependency);
    ordered.push(stack);
  };
  for (const stack of stacks) add(stack);
  return ordered;
}

/**
 * Deploys stacks one after the other.
 *
 * @returns the account after each of them, and what was refused
 */
export function deployEach(account: Account, stacks: readonly DeployableStack[]) {
  const refusals: string[] = [];
  const states: Account[] = [];
  let state = account;
  for (const stack of stacks) {
    const refused = refusalsOf(state, stack);
    refusals.push(...refused);
    if (refused.length === 0) state = new Map(state).set(stack.name, stack);
    states.push(state);
  }
  return { states, refusals };
}
