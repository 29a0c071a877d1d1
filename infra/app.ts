import path from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { buildPages } from './build-pages.ts';
import { bundleFunctions } from './bundle.ts';
import { CabinetStage } from './cabinet-stage.ts';
import { stageNames, stages } from './config.ts';
import { capabilities } from './declarations/capabilities.ts';
import { consumers } from './declarations/consumers.ts';
import { functionFolders } from './declarations/function-folders.ts';
import { checkWithNag } from './nag.ts';

// `cdk -c stage=dev` selects one stage; all of them without it.
const app = new App();
const chosen = z.enum(stageNames).optional().parse(app.node.tryGetContext('stage'));

const bundles = bundleFunctions(functionFolders, path.join(app.outdir, 'bundles'));
const pagesDirectory = path.join(app.outdir, 'pages');
await buildPages(pagesDirectory);

for (const name of chosen === undefined ? stageNames : [chosen]) {
  new CabinetStage(app, name, { config: stages[name], capabilities, consumers, bundles, pagesDirectory });
}
checkWithNag(app);
app.synth();
