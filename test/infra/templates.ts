import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { StageName } from '../../infra/config.ts';
import { cabinet } from '../../infra/demo/cabinet.ts';
import { synthesize } from '../../infra/local/boot/synthesis.ts';

const propertiesSchema = z.record(z.string(), z.any());
const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: propertiesSchema.default({}),
      DeletionPolicy: z.string().optional(),
      UpdateReplacePolicy: z.string().optional(),
      DependsOn: z.array(z.string()).optional(),
    }),
  ),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
});
const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      dependencies: z.array(z.string()).default([]),
      properties: z
        .object({
          templateFile: z.string().optional(),
          stackName: z.string().optional(),
          terminationProtection: z.boolean().default(false),
        })
        .optional(),
      displayName: z.string().optional(),
      additionalMetadataFile: z.string().optional(),
    }),
  ),
});

export type Template = z.infer<typeof templateSchema>;
export type ResourceOfTemplate = Template['Resources'][string] & { readonly logicalId: string };

/** One synthesized stack. */
export interface SynthesizedStack {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly region: string;
  readonly terminationProtection: boolean;
  readonly metadataFile: string;
  readonly template: Template;
  /** Resources of a type. */
  all(type: string): readonly ResourceOfTemplate[];
  /** The only resource of a type, or the only one whose logical id begins so. */
  one(type: string, logicalIdPrefix?: string): ResourceOfTemplate;
}

/** Milliseconds that a synthesis may take on a machine that is busy with other things. */
export const synthesisTimeout = 180_000;

const assemblies = new Map<StageName, Promise<string>>();

/** Directory of a stage's cloud assembly, as `cdk -c stage=…` makes it; made once for all test files. */
export function assemblyOf(stage: StageName): Promise<string> {
  const assembly = assemblies.get(stage) ?? synthesize({ ...cabinet, stage });
  assemblies.set(stage, assembly);
  return assembly;
}

/** The stacks of a stage, by id. */
export async function synthesizeStage(stage: StageName): Promise<Readonly<Record<string, SynthesizedStack>>> {
  const directory = path.join(await assemblyOf(stage), `assembly-${stage}`);
  const { artifacts } = manifestSchema.parse(readJson(path.join(directory, 'manifest.json')));
  return Object.fromEntries(
    Object.values(artifacts).flatMap((artifact) => {
      if (artifact.type !== 'aws:cloudformation:stack') return [];
      const { displayName = '', environment = '', properties, additionalMetadataFile = '' } = artifact;
      const file = path.join(directory, properties?.templateFile ?? '');
      const template = templateSchema.parse(readJson(file));
      const id = displayName.split(' ')[0]!.split('/')[1]!;
      const all = (type: string) =>
        Object.entries(template.Resources)
          .filter(([, resource]) => resource.Type === type)
          .map(([logicalId, resource]) => ({ logicalId, ...resource }));
      const stack: SynthesizedStack = {
        id,
        name: properties?.stackName ?? '',
        file,
        region: environment.split('/').at(-1)!,
        terminationProtection: properties?.terminationProtection ?? false,
        metadataFile: path.join(directory, additionalMetadataFile),
        template,
        all,
        one: (type, prefix = '') => {
          const found = all(type).filter(({ logicalId }) => logicalId.startsWith(prefix));
          if (found.length !== 1) throw new Error(`${found.length} resources ${type} ${prefix}* in ${id}`);
          return found[0]!;
        },
      };
      return [[id, stack]];
    }),
  );
}

export function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
