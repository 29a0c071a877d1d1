import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { takeInventory } from './inventory.ts';
import { reportCost } from './report.ts';

const root = new URL('../../', import.meta.url);

// Run after `npx cdk synth`.
writeFileSync(
  new URL('docs/cost.md', root),
  reportCost(takeInventory(fileURLToPath(new URL('cdk.out/assembly-prod', root)))),
);
