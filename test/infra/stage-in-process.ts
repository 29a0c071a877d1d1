import { App } from 'aws-cdk-lib';
import { CDK_APP_MODE_CONTEXT } from 'aws-cdk-lib/cx-api';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { CabinetStage } from '../../infra/cabinet-stage.ts';
import { stages } from '../../infra/config.ts';
import { functionFolders } from '../../infra/declarations/function-folders.ts';
import { readJson } from './templates.ts';

const contextSchema = z.object({ context: z.record(z.string(), z.unknown()) });
const { context } = contextSchema.parse(readJson(path.join(import.meta.dirname, '../../cdk.json')));

export type Declarations = Pick<ConstructorParameters<typeof CabinetStage>[2], 'capabilities' | 'consumers'>;

/**
 * A dev stage of these capabilities and consumers, to be synthesized into a directory that the caller removes.
 *
 * @param assembly directory of a synthesized assembly: its pages and bundles are taken
 * @param bundles the folder whose bundle another folder gets, which has none
 */
export function createStage(
  { capabilities, consumers }: Declarations,
  assembly: string,
  bundles: Readonly<Record<string, string>> = {},
): App {
  const app = new App({
    outdir: mkdtempSync(path.join(tmpdir(), 'stage-')),
    // In this mode, findings are in the error rather than on the console.
    context: { ...context, [CDK_APP_MODE_CONTEXT]: 'inmemory' },
  });
  const bundleOf = (folder: string) => path.join(assembly, 'bundles', folder);
  new CabinetStage(app, 'dev', {
    config: stages.dev,
    capabilities,
    consumers,
    bundles: new Map([
      ...functionFolders.map((folder) => [folder, bundleOf(folder)] as const),
      ...Object.entries(bundles).map(([folder, other]) => [folder, bundleOf(other)] as const),
    ]),
    pagesDirectory: path.join(assembly, 'pages'),
  });
  return app;
}
