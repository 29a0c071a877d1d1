import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { StaticFiles } from '../gateway/pages.ts';
import type { Assembly } from '../template/assembly.ts';

/**
 * The deployment of pages: the asset of each source, the markers of values that only a deployment knows, and the headers
 * of the files.
 */
const deploymentSchema = z.object({
  SourceObjectKeys: z.array(z.string()),
  SourceMarkers: z.array(z.record(z.string(), z.unknown())).default([]),
  SystemMetadata: z.object({ 'cache-control': z.string().optional() }).default({}),
});

const configurationSchema = z.record(z.string(), z.unknown());

interface Source extends StaticFiles {
  readonly markers: Readonly<Record<string, unknown>>;
}

/** Directories of the pages that the template deploys. */
export function locatePages(assembly: Assembly): readonly StaticFiles[] {
  return readSources(assembly);
}

/**
 * `/config.json` as the template deploys it, with markers replaced as the deployment's own function does
 * (`SourceMarkers`); undefined when the application deploys none.
 */
export function readWebConfiguration(assembly: Assembly): Readonly<Record<string, unknown>> | undefined {
  const source = readSources(assembly).find(({ directory }) => existsSync(join(directory, 'config.json')));
  if (!source) return undefined;
  const text = Object.entries(source.markers).reduce(
    (filled, [marker, value]) => filled.replaceAll(marker, () => String(value)),
    readFileSync(join(source.directory, 'config.json'), 'utf8'),
  );
  return configurationSchema.parse(JSON.parse(text));
}

function readSources(assembly: Assembly): readonly Source[] {
  return assembly.resources('Custom::CDKBucketDeployment').flatMap(({ properties }) => {
    const { SourceObjectKeys, SourceMarkers, SystemMetadata } = deploymentSchema.parse(properties);
    const cacheControl = SystemMetadata['cache-control'] ?? 'no-cache';
    return SourceObjectKeys.flatMap((key, index) => {
      const directory = assembly.locateAsset(key);
      return directory === undefined
        ? []
        : [{ directory, cacheControl, markers: SourceMarkers[index] ?? {} }];
    });
  });
}
