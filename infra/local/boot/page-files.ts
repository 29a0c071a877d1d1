import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { StaticFiles } from '../gateway/pages.ts';
import type { Assembly } from '../template/assembly.ts';
import type { Application } from './application.ts';
import type { StackAddress } from './stack-address.ts';

/**
 * The deployment of pages: the asset of each source, the markers of values that only a deployment knows, and the headers
 * of the files.
 */
const deploymentSchema = z.object({
  SourceObjectKeys: z.array(z.string()),
  SourceMarkers: z.array(z.record(z.string(), z.unknown())).default([]),
  SystemMetadata: z.object({ 'cache-control': z.string().optional() }).default({}),
});

const fileSchema = z.record(z.string(), z.unknown());

interface Source extends StaticFiles {
  readonly markers: Readonly<Record<string, unknown>>;
}

/** Directories of the pages that the template deploys. */
export function locatePages(assembly: Assembly): readonly StaticFiles[] {
  return readSources(assembly);
}

/** The application's `pageFiles` with their content on this machine, as JSON. */
export function localizePageFiles(
  assembly: Assembly,
  { pageFiles = {} }: Application,
  address: StackAddress,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(pageFiles).map(([path, localize]) => [
      path,
      JSON.stringify(localize(readDeployedFile(assembly, path), address)),
    ]),
  );
}

/** A JSON file, with markers replaced as the deployment's own function does (`SourceMarkers`). */
function readDeployedFile(assembly: Assembly, path: string): Readonly<Record<string, unknown>> {
  const source = readSources(assembly).find(({ directory }) => existsSync(join(directory, path)));
  if (!source) return {};
  const text = Object.entries(source.markers).reduce(
    (filled, [marker, value]) => filled.replaceAll(marker, () => String(value)),
    readFileSync(join(source.directory, path), 'utf8'),
  );
  return fileSchema.parse(JSON.parse(text));
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
