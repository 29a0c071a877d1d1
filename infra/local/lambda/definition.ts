import { existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { Assembly, Resource } from '../template/assembly.ts';
import { UnsupportedError } from '../template/errors.ts';

/** A function as the template declares it. */
export interface FunctionDefinition {
  readonly name: string;
  readonly arn: string;
  readonly logicalId: string;
  readonly stack: string;
  /** Megabytes. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
  /** Undefined when the function shares the account's concurrency. */
  readonly reservedConcurrency: number | undefined;
  /** The module with the handler. */
  readonly file: string;
  readonly exportName: string;
  readonly environment: Readonly<Record<string, string>>;
  /** ARN of the queue for events whose asynchronous invocation finally failed. */
  readonly deadLetterArn: string | undefined;
  /** Role that it runs under. */
  readonly roleArn: string | undefined;
}

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const propertiesSchema = z.object({
  Code: z.strictObject({
    S3Bucket: z.unknown().optional(),
    S3Key: z.string().optional(),
    ZipFile: z.string().optional(),
  }),
  Handler: z.string().optional(),
  Runtime: z.string().optional(),
  MemorySize: z.coerce.number().default(128),
  Timeout: z.coerce.number().default(3),
  ReservedConcurrentExecutions: z.number().optional(),
  Environment: z.strictObject({ Variables: z.record(z.string(), scalar).default({}) }).optional(),
  Role: z.string().optional(),
  DeadLetterConfig: z.strictObject({ TargetArn: z.string() }).optional(),
  LoggingConfig: z
    .strictObject({
      LogFormat: z.string().optional(),
      ApplicationLogLevel: z.string().optional(),
      SystemLogLevel: z.string().optional(),
      LogGroup: z.string().optional(),
    })
    .optional(),
});

/** Placement, costs and other properties that have no meaning on one machine. */
const meaninglessProperties = [
  'Architectures',
  'CodeSigningConfigArn',
  'Description',
  'EphemeralStorage',
  'FunctionName',
  'KmsKeyArn',
  'RecursiveLoop',
  'RuntimeManagementConfig',
  'SnapStart',
  'Tags',
  'TracingConfig',
  'VpcConfig',
];

/**
 * The functions of the application. Those of CDK's custom resources only run during deployments, so they are omitted.
 * @throws {UnsupportedError} for a runtime other than Node.js, and for code that is not an asset
 */
export function readFunctions(assembly: Assembly): FunctionDefinition[] {
  const customResources = assembly.types
    .filter((type) => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource')
    .flatMap((type) => assembly.resources(type));
  const providers = new Set(customResources.map(({ properties }) => properties['ServiceToken']));
  return assembly
    .resources('AWS::Lambda::Function')
    .filter(({ arn }) => !providers.has(arn))
    .map((resource) => readFunction(resource, assembly));
}

function readFunction(resource: Resource, assembly: Assembly): FunctionDefinition {
  const { name, arn, logicalId, stack } = resource;
  const properties = resource.read(propertiesSchema, meaninglessProperties);
  const label = `${stack}/${logicalId}`;
  const {
    Runtime: runtime = 'an image',
    Code: code,
    Handler: handler = '',
    LoggingConfig: logging,
  } = properties;
  if (!runtime.startsWith('nodejs'))
    throw new UnsupportedError(`${label} runs on ${runtime}; the local stack runs Node.js only`);
  const asset = assembly.locateAsset(code.S3Key ?? '');
  if (asset === undefined || !statSync(asset).isDirectory())
    throw new UnsupportedError(`${label} has no asset with its code`);

  const [, module = '', exportName = ''] = /^(.*?[^/.]*)\.([^/]+)$/.exec(handler) ?? [];
  const candidates = ['js', 'mjs', 'cjs'].map((extension) => path.join(asset, `${module}.${extension}`));
  const file = candidates.find((candidate) => existsSync(candidate));
  if (file === undefined)
    throw new UnsupportedError(`${label}: its asset has no module for the handler ${handler}`);
  isolate(path.dirname(asset));
  return {
    ...{ name, arn, logicalId, stack, file, exportName },
    memory: properties.MemorySize,
    timeout: properties.Timeout,
    reservedConcurrency: properties.ReservedConcurrentExecutions,
    deadLetterArn: properties.DeadLetterConfig?.TargetArn,
    roleArn: properties.Role,
    environment: {
      ...(logging?.LogFormat === undefined ? {} : { AWS_LAMBDA_LOG_FORMAT: logging.LogFormat }),
      ...(logging?.ApplicationLogLevel === undefined
        ? {}
        : { AWS_LAMBDA_LOG_LEVEL: logging.ApplicationLogLevel }),
      ...properties.Environment?.Variables,
    },
  };
}

/**
 * In the cloud, a bundle has no parent directories. Here, the project's package.json is above it and would determine
 * the module format, unless an empty package.json is closer.
 */
function isolate(assets: string): void {
  const file = path.join(assets, 'package.json');
  if (!existsSync(file)) writeFileSync(file, '{}\n');
}
