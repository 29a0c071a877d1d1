import type { z } from 'zod';

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
  /** The construct's path (`aws:cdk:path`), when the synthesis kept it. */
  readonly constructPath: string | undefined;
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
  /** Resources of a type, of all stacks, in the order of the templates; those with a false condition are left out. */
  resources(type: string): readonly Resource[];
  /** The resource with this ARN, of that type. */
  findByArn(type: string, arn: string): Resource | undefined;
  /** Directory or file of the asset that is uploaded under this key (`Code.S3Key`, `SourceObjectKeys`). */
  locateAsset(objectKey: string): string | undefined;
  /** The outputs of all stacks, by `<stack>.<output>`; each is resolved when read. */
  readonly outputs: Readonly<Record<string, unknown>>;
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

/**
 * Reads a cloud assembly.
 * @throws when there is none, or when it has several Stages and `stage` names none of them.
 */
export declare function loadAssembly(options: AssemblyOptions): Assembly;
