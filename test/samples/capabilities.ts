import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Route, Routes } from '../../shared/http/route.ts';

const functionsDirectory = join(import.meta.dirname, '../../functions');

/** One operation of one capability. */
export interface Operation {
  readonly capability: string;
  readonly routeId: string;
  readonly route: Route;
}

/** Folders of functions/ that answer HTTP requests: those that have a contract. */
const capabilityFolders: readonly string[] = readdirSync(functionsDirectory)
  .filter((folder) => existsSync(join(functionsDirectory, folder, 'routes.ts')))
  .sort();

/** Every route that there is, read from the contracts themselves: a new one is covered without being named. */
export const operations: readonly Operation[] = (
  await Promise.all(
    capabilityFolders.map(async (capability) => {
      const { routes } = (await import(join(functionsDirectory, capability, 'routes.ts'))) as {
        routes: Routes;
      };
      return Object.entries(routes).map(([routeId, route]) => ({ capability, routeId, route }));
    }),
  )
).flat();
