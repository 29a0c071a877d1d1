import path from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { buildPages } from './build-pages.ts';
import { bundleFunctions } from './bundle.ts';
import { CabinetStage } from './cabinet-stage.ts';
import { capabilities } from './capabilities/registry.ts';
import { stageNames, stages } from './config.ts';
import { checkWithNag } from './nag.ts';

// `cdk -c stage=dev` selects one stage; all of them without it.
const app = new App();
const chosen = z.enum(stageNames).optional().parse(app.node.tryGetContext('stage'));

const bundles = bundleFunctions(
  [...capabilities.map(({ folder }) => folder), 'publisher', 'tokens', 'inspection', 'eraser'],
  path.join(app.outdir, 'bundles'),
);
const pagesDirectory = path.join(app.outdir, 'pages');
await buildPages(pagesDirectory);

for (const name of chosen === undefined ? stageNames : [chosen]) {
  new CabinetStage(app, name, { config: stages[name], capabilities, bundles, pagesDirectory });
}
checkWithNag(app);
app.synth();
