import * as z from 'zod';
import { UnresolvableError } from './errors.ts';
import { readManifest } from './manifest.ts';
import type { Resource } from './resource.ts';
import { describeStack, type StackOptions } from './stack.ts';

export type { SecretReference } from './dynamic-references.ts';
export type { Resource, ResourceIdentity } from './resource.ts';

/** A synthesized application: all stacks of one Stage. */
export interface Assembly {
  readonly region: string;
  readonly account: string;
  readonly stacks: readonly string[];
  /** The types of all resources. */
  readonly types: readonly string[];
  /** Resources of a type in all stacks, in the order of the templates; those with a false condition are omitted. */
  resources(type: string): readonly Resource[];
  /** The resource with this ARN, of that type. */
  findByArn(type: string, arn: string): Resource | undefined;
  /** Directory or file of the asset with this key (`Code.S3Key`, `SourceObjectKeys`). */
  locateAsset(objectKey: string): string | undefined;
  /** Value of a stack's output; undefined when there is no such output. */
  output(stack: string, name: string): unknown;
}

export interface AssemblyOptions extends StackOptions {
  /** CDK's output directory; nested Stage assemblies below it are read too. */
  readonly directory: string;
  /** The Stage to run, if the application has several. */
  readonly stage?: string | undefined;
  /** Default region of stacks. */
  readonly region?: string | undefined;
  /** Default account of stacks. */
  readonly account?: string | undefined;
  /** Value of an SSM parameter that no stack of the assembly declares. */
  readonly ssmParameter?: ((parameterName: string) => string | undefined) | undefined;
}

const exportsSchema = z.object({ exports: z.record(z.string(), z.unknown()) });

/**
 * Reads a cloud assembly.
 * @throws when there is none, or when it has several Stages and `stage` is none of them
 */
export function loadAssembly(options: AssemblyOptions): Assembly {
  const region = options.region ?? 'eu-central-1';
  const account = options.account ?? '000000000000';
  const manifest = readManifest({ directory: options.directory, stage: options.stage, region, account });

  const importValue = (exportName: string): unknown => {
    for (const stack of stacks) {
      const value = stack.findExport(exportName);
      if (value !== undefined) return value;
    }
    throw new UnresolvableError(`no stack of the assembly exports ${exportName}`);
  };
  const stackOutput = (stackName: string, outputName: string): unknown => {
    const value = stacks.find(({ name }) => name === stackName)?.outputs[outputName];
    if (value === undefined)
      throw new UnresolvableError(`the stack ${stackName} has no output ${outputName}`);
    return value;
  };
  const ssmParameter = (parameterName: string): string => {
    const declared = resources('AWS::SSM::Parameter').find(({ name }) => name === parameterName);
    const value = declared ? String(declared.properties['Value']) : options.ssmParameter?.(parameterName);
    if (value === undefined)
      throw new UnresolvableError(`there is no value for the SSM parameter ${parameterName}`);
    return value;
  };
  const crossRegionExport = (exportName: string): unknown => {
    const writers = resources('Custom::CrossRegionExportWriter').map(
      ({ properties }) => properties['WriterProps'],
    );
    const found = writers.map((writer) => exportsSchema.parse(writer).exports[exportName]);
    const value = found.find((candidate) => candidate !== undefined);
    if (value === undefined) throw new UnresolvableError(`no stack of the assembly writes ${exportName}`);
    return value;
  };
  const stacks = manifest.stacks.map((stack) =>
    describeStack(stack, { options, importValue, stackOutput, ssmParameter, crossRegionExport }),
  );
  const byType = Map.groupBy(
    stacks.flatMap((stack) => stack.resources()),
    ({ type }) => type,
  );
  const resources = (type: string): readonly Resource[] => byType.get(type) ?? [];

  const home = manifest.stacks.find(({ template }) =>
    Object.values(template.Resources).some(({ Type }) => Type === 'AWS::Lambda::Function'),
  );
  return {
    region: home?.region ?? region,
    account: home?.account ?? account,
    stacks: stacks.map(({ name }) => name),
    types: [...byType.keys()],
    resources,
    findByArn: (type, arn) => resources(type).find((resource) => resource.arn === arn),
    locateAsset: (objectKey) => manifest.assets.get(objectKey),
    output: (stack, name) => stacks.find((candidate) => candidate.name === stack)?.outputs[name],
  };
}
