import { arnOf, attributeOf, referenceOf, type Subject } from './attributes.ts';
import { replaceDynamicReferences, type SecretReference } from './dynamic-references.ts';
import { UnresolvableError, UnsupportedError } from './errors.ts';
import { evaluate, evaluateCondition, noValue, type Scope } from './intrinsics.ts';
import type { Stack } from './manifest.ts';
import { deriveName, nameProperty } from './names.ts';
import { describeResource, lazyProperties, type Resource, type ResourceIdentity } from './resource.ts';

/** Local values for a stack. */
export interface StackOptions {
  /** Physical name (the value of `Ref`) of resources that need a name other than the derived one. */
  readonly name?: ((resource: ResourceIdentity) => string | undefined) | undefined;
  /** URL of a queue; called when a property that needs it is read, so that the port can be chosen late. */
  readonly queueUrl?: ((queueName: string) => string) | undefined;
  /** Locally generated value of a secret; the same at every start. */
  readonly secret?: ((reference: SecretReference) => string) | undefined;
  /** Values of template parameters, by logical id. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
}

/** What a stack needs from the others and from the options. */
interface Surroundings {
  readonly options: StackOptions;
  readonly importValue: (exportName: string) => unknown;
  readonly stackOutput: (stackName: string, outputName: string) => unknown;
  readonly ssmParameter: (parameterName: string) => string;
  readonly crossRegionExport: (exportName: string) => unknown;
}

/** A stack whose values are resolved when they are read. */
export interface DescribedStack {
  readonly name: string;
  /** Resources whose condition holds, in the order of the template. */
  resources(): readonly Resource[];
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Value of an export; undefined when this stack has no such export. */
  findExport(exportName: string): unknown;
}

/** @throws {UnsupportedError} for nested stacks */
export function describeStack(stack: Stack, surroundings: Surroundings): DescribedStack {
  const { template, name, region, account } = stack;
  const { options, importValue, stackOutput, ssmParameter, crossRegionExport } = surroundings;
  const described = new Map<string, Resource>();

  const scope: Scope = {
    reference: (id) => pseudoParameter(id, stack) ?? parameter(id) ?? refer(id),
    attribute: (logicalId, attribute) => {
      const { type } = find(logicalId);
      if (type === 'Custom::CrossRegionExportReader') return crossRegionExport(attribute);
      if (type === 'AWS::SQS::Queue' && attribute === 'QueueUrl') return refer(logicalId);
      return attributeOf(subjectOf(logicalId), attribute);
    },
    importValue,
    stackOutput,
    condition: (id) => evaluateCondition(template.Conditions[id], scope),
    mapping: (id, key, secondKey) => {
      const value = template.Mappings[id]?.[key]?.[secondKey];
      if (value === undefined) throw new UnresolvableError(`there is no mapping ${id}.${key}.${secondKey}`);
      return value;
    },
  };
  const resolve = (value: unknown): unknown => {
    const evaluated = evaluate(value, scope);
    return evaluated === noValue
      ? undefined
      : replaceDynamicReferences(evaluated, { secret: readSecret, ssmParameter });
  };
  const readSecret: NonNullable<StackOptions['secret']> = (reference) => {
    if (!options.secret)
      throw new UnresolvableError(`there is no value for the secret ${reference.secretName}`);
    return options.secret(reference);
  };

  function parameter(id: string): unknown {
    const declared = template.Parameters[id];
    if (!declared) return undefined;
    const value = options.parameters?.[id] ?? declared.Default;
    if (value === undefined) throw new UnresolvableError(`the parameter ${id} has no value`);
    if (!declared.Type.startsWith('AWS::SSM::Parameter::Value<')) {
      return declared.Type === 'CommaDelimitedList' ? String(value).split(',') : value;
    }
    return options.parameters?.[id] ?? ssmParameter(String(value));
  }

  function refer(id: string): string {
    const resource = find(id);
    if (resource.type !== 'AWS::SQS::Queue') return referenceOf(subjectOf(id));
    if (!options.queueUrl) throw new UnresolvableError(`there is no URL for the queue ${resource.name}`);
    return options.queueUrl(resource.name);
  }

  function find(id: string): Resource {
    const resource = described.get(id);
    if (!resource) throw new UnresolvableError(`${name} has no resource or parameter ${id}`);
    return resource;
  }

  function subjectOf(id: string): Subject {
    const resource = find(id);
    const property = (key: string): unknown => resource.properties[key];
    return { type: resource.type, name: resource.name, region, account, property };
  }

  for (const [logicalId, { Type: type, Properties, Condition }] of Object.entries(template.Resources)) {
    if (type === 'AWS::CloudFormation::Stack')
      throw new UnsupportedError(
        `${name}/${logicalId} is a nested stack, which the local stack does not support`,
      );
    if (Condition !== undefined && !scope.condition(Condition)) continue;
    const identity = { type, logicalId, stack: name };
    const given = nameProperty(type);
    const resource = describeResource(identity, {
      template: Properties,
      resolve,
      name: () => {
        const chosen =
          options.name?.(identity) ?? (given === undefined ? undefined : resource.properties[given]);
        return typeof chosen === 'string' ? chosen : deriveName(type, name, logicalId, region);
      },
      arn: () => arnOf(subjectOf(logicalId)),
    });
    described.set(logicalId, resource);
  }

  const outputs = lazyProperties(template.Outputs, (key) => resolve(template.Outputs[key]?.Value));
  return {
    name,
    resources: () => [...described.values()],
    outputs,
    findExport: (exportName) => {
      const found = Object.entries(template.Outputs).find(
        ([, { Export }]) => Export && evaluate(Export.Name, scope) === exportName,
      );
      return found ? outputs[found[0]] : undefined;
    },
  };
}

function pseudoParameter(name: string, { name: stack, region, account }: Stack): unknown {
  switch (name) {
    case 'AWS::Region':
      return region;
    case 'AWS::AccountId':
      return account;
    case 'AWS::Partition':
      return 'aws';
    case 'AWS::URLSuffix':
      return 'amazonaws.com';
    case 'AWS::StackName':
      return stack;
    case 'AWS::StackId':
      return `arn:aws:cloudformation:${region}:${account}:stack/${stack}/local`;
    case 'AWS::NotificationARNs':
      return [];
    case 'AWS::NoValue':
      return noValue;
    default:
      return undefined;
  }
}
