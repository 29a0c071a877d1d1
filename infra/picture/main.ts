import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { capabilities } from '../declarations/capabilities.ts';
import { drawArchitecture } from './draw.ts';
import { functionsOfStage } from './functions-of-stage.ts';
import { replacePicture } from './replace-picture.ts';

const root = new URL('../../', import.meta.url);
const page = new URL('docs/architecture.md', root);

// After `npx cdk synth`.
const functions = functionsOfStage(fileURLToPath(new URL('cdk.out/assembly-prod', root)));
const routeCounts = new Map(capabilities.map(({ folder, routes }) => [folder, Object.keys(routes).length]));
writeFileSync(page, replacePicture(readFileSync(page, 'utf8'), drawArchitecture(functions, routeCounts)));
