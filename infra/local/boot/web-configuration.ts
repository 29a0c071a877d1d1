import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { webConfigSchema, type WebConfig } from '../../../shared/web-config.ts';
import type { Assembly } from '../template/assembly.ts';

/** What uploads pages: for every source its asset, and what stands for values that only a deployment knows. */
const deploymentSchema = z.object({
  SourceObjectKeys: z.array(z.string()),
  SourceMarkers: z.array(z.record(z.string(), z.unknown())).default([]),
});

interface Source {
  readonly directory: string;
  readonly markers: Readonly<Record<string, unknown>>;
}

/** Directories of the pages that the template deploys. */
export function locatePages(assembly: Assembly): readonly string[] {
  return readSources(assembly).map(({ directory }) => directory);
}

/**
 * `/config.json` as the template has it, with the services' addresses on this machine; undefined when the application
 * deploys none. Values are put in for markers as the deployment's own function does (`SourceMarkers`).
 */
export function readWebConfiguration(
  assembly: Assembly,
  local: Pick<WebConfig, 'userPoolEndpoint' | 'fileOrigins'>,
): WebConfig | undefined {
  const source = readSources(assembly).find(({ directory }) => existsSync(join(directory, 'config.json')));
  if (!source) return undefined;
  const text = Object.entries(source.markers).reduce(
    (filled, [marker, value]) => filled.replaceAll(marker, () => String(value)),
    readFileSync(join(source.directory, 'config.json'), 'utf8'),
  );
  return { ...webConfigSchema.parse(JSON.parse(text)), ...local };
}

function readSources(assembly: Assembly): readonly Source[] {
  return assembly.resources('Custom::CDKBucketDeployment').flatMap(({ properties }) => {
    const { SourceObjectKeys, SourceMarkers } = deploymentSchema.parse(properties);
    return SourceObjectKeys.flatMap((key, index) => {
      const directory = assembly.locateAsset(key);
      return directory === undefined ? [] : [{ directory, markers: SourceMarkers[index] ?? {} }];
    });
  });
}
