import * as z from 'zod';
import { readManifest } from './manifest.ts';
import { describeStack } from './stack.ts';
import { UnresolvableError } from './errors.ts';

/** A secret that a template reads with `{{resolve:secretsmanager:…}}`. */
export interface SecretReference {
  /** Name of the secret; an ARN in the template is reduced to it. */
  readonly secretName: string;
  /** Member of the secret's JSON; undefined when the template takes the whole string. */
  readonly jsonKey: string | undefined;
}

/** What identifies a resource before its properties are resolved. */
export interface ResourceIdentity {
  readonly type: string;
  readonly logicalId: string;
  readonly stack: string;
}

/** A resource of the synthesized template, its properties resolved when they are read. */
export interface Resource extends ResourceIdentity {
  /** What `Ref` answers: the name that clients use (a queue's is its name, not its URL). Same on every start. */
  readonly name: string;
  /** @throws when the local stack knows no ARN for the resource's type. */
  readonly arn: string;
  /**
   * Each member is resolved when it is first read.
   * @throws {UnresolvableError} naming the resource and the property, then and only then.
   */
  readonly properties: Readonly<Record<string, unknown>>;
  /**
   * Reads the properties through a schema.
   * @param meaningless properties that have no meaning on one machine; any other that is neither there nor in the schema is refused.
   * @throws {UnsupportedError} for a property that the local stack does not know.
   */
  read<Schema extends z.ZodObject>(schema: Schema, meaningless: readonly string[]): z.infer<Schema>;
}

/** A synthesized application: all stacks of one Stage. */
export interface Assembly {
  readonly region: string;
  readonly account: string;
  readonly stacks: readonly string[];
  /** The types of all resources. */
  readonly types: readonly string[];
  /** Resources of a type, of all stacks, in the order of the templates; those with a false condition are left out. */
  resources(type: string): readonly Resource[];
  /** The resource with this ARN, of that type. */
  findByArn(type: string, arn: string): Resource | undefined;
  /** Directory or file of the asset that is uploaded under this key (`Code.S3Key`, `SourceObjectKeys`). */
  locateAsset(objectKey: string): string | undefined;
  /** Value of a stack's output; undefined when there is none of that name. */
  output(stack: string, name: string): unknown;
}

export interface AssemblyOptions {
  /** The directory that CDK synthesized into; nested Stage assemblies below it are read too. */
  readonly directory: string;
  /** Which Stage to run when the application has several. */
  readonly stage?: string | undefined;
  /** Region of stacks that are synthesized without one. */
  readonly region?: string | undefined;
  /** Account of stacks that are synthesized without one. */
  readonly account?: string | undefined;
  /** Physical name (what `Ref` answers) of resources whose derived name will not do. */
  readonly name?: ((resource: ResourceIdentity) => string | undefined) | undefined;
  /** URL of a queue; asked when a property that needs it is read, so that a port may be chosen late. */
  readonly queueUrl?: ((queueName: string) => string) | undefined;
  /** Locally generated value of a secret; must be the same on every start. */
  readonly secret?: ((reference: SecretReference) => string) | undefined;
  /** Value of an SSM parameter that no stack of the assembly declares. */
  readonly ssmParameter?: ((parameterName: string) => string | undefined) | undefined;
  /** Values of template parameters, by logical id. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
}

const exportsSchema = z.object({ exports: z.record(z.string(), z.unknown()) });

/**
 * Reads a cloud assembly.
 * @throws when there is none, or when it has several Stages and `stage` names none of them.
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
      throw new UnresolvableError(`nobody answers for the SSM parameter ${parameterName}`);
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
