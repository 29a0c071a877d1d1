import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      displayName: z.string().optional(),
      properties: z
        .object({
          templateFile: z.string().optional(),
          stackName: z.string().optional(),
          directoryName: z.string().optional(),
          displayName: z.string().optional(),
          file: z.string().optional(),
        })
        .optional(),
    }),
  ),
});

const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      Condition: z.string().optional(),
    }),
  ),
  Parameters: z
    .record(z.string(), z.object({ Type: z.string(), Default: z.union([z.string(), z.number()]).optional() }))
    .default({}),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() }))
    .default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
});

const assetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

/** A CloudFormation template as written by CDK. */
type Template = z.infer<typeof templateSchema>;

/** One stack of an assembly. */
export interface Stack {
  readonly name: string;
  readonly region: string;
  readonly account: string;
  readonly template: Template;
}

/** The stacks of one Stage, and where their assets are. */
export interface Manifest {
  readonly stacks: readonly Stack[];
  /** Absolute paths by asset key. */
  readonly assets: ReadonlyMap<string, string>;
}

export interface ManifestOptions {
  readonly directory: string;
  readonly stage?: string | undefined;
  readonly region: string;
  readonly account: string;
}

/**
 * Reads `manifest.json` and the files in it. Stacks in the top directory take precedence over nested Stages.
 * @throws when there is no assembly, or when it has several Stages and `stage` is none of them
 */
export function readManifest(options: ManifestOptions): Manifest {
  const { directory, stage } = options;
  const file = path.join(directory, 'manifest.json');
  if (!existsSync(file)) throw new Error(`${directory} is not a cloud assembly: it has no manifest.json`);
  const artifacts = Object.entries(manifestSchema.parse(readJson(file)).artifacts);
  const hasStacks = artifacts.some(([, artifact]) => artifact.type === 'aws:cloudformation:stack');
  if (!hasStacks)
    return readManifest({ ...options, directory: findStage(directory, artifacts, stage), stage: undefined });

  const stacks: Stack[] = [];
  const assets = new Map<string, string>();
  for (const [id, { type, environment, properties }] of artifacts) {
    if (type === 'aws:cloudformation:stack') {
      const [, account, region] = /^aws:\/\/([^/]+)\/(.+)$/.exec(environment ?? '') ?? [];
      stacks.push({
        name: properties?.stackName ?? id,
        region: known(region) ?? options.region,
        account: known(account) ?? options.account,
        template: templateSchema.parse(readJson(path.join(directory, properties?.templateFile ?? ''))),
      });
    }
    if (type === 'cdk:asset-manifest') {
      const { files } = assetsSchema.parse(readJson(path.join(directory, properties?.file ?? '')));
      for (const { source, destinations } of Object.values(files))
        for (const { objectKey } of Object.values(destinations))
          if (source.path !== undefined) assets.set(objectKey, path.resolve(directory, source.path));
    }
  }
  return { stacks, assets };
}

type Artifacts = [string, z.infer<typeof manifestSchema>['artifacts'][string]][];

function findStage(directory: string, artifacts: Artifacts, stageName: string | undefined): string {
  const stages = artifacts.flatMap(([id, { type, properties }]) =>
    type === 'cdk:cloud-assembly'
      ? [{ name: properties?.displayName ?? id, directory: properties?.directoryName ?? id }]
      : [],
  );
  const found =
    stageName === undefined && stages.length === 1
      ? stages[0]
      : stages.find(({ name }) => name === stageName);
  if (!found) {
    const names = stages.map(({ name }) => name).join(', ');
    throw new Error(
      `${directory} has no stacks of its own; choose one of its Stages: ${names === '' ? 'none' : names}`,
    );
  }
  return path.join(directory, found.directory);
}

function known(value: string | undefined): string | undefined {
  return value === undefined || value.startsWith('unknown-') ? undefined : value;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
