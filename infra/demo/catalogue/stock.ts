import type { ResourceName } from '../../../functions/catalog/contract/entity.ts';
import type { EntityRecord } from '../../../functions/catalog/records.ts';
import { calls } from './calls.ts';
import { catalog, categories } from './categories.ts';
import type { Family } from './family.ts';
import { infrastructure } from './infrastructure.ts';
import { internet } from './internet.ts';
import { leasedLines } from './leased-lines.ts';
import { numbering } from './numbering.ts';
import { pointsOfInterconnection } from './points-of-interconnection.ts';
import { privateNetworks } from './private-networks.ts';

const families: readonly Family[] = [
  pointsOfInterconnection,
  calls,
  leasedLines,
  privateNetworks,
  internet,
  infrastructure,
  numbering,
];

/** Everything that the demo's carrier sells. */
export const stock = {
  catalog: [catalog],
  category: categories,
  productSpecification: families.flatMap(({ specifications }) => specifications),
  productOfferingPrice: families.flatMap(({ prices }) => prices),
  productOffering: families.flatMap(({ offerings }) => offerings),
} as const satisfies Readonly<Record<ResourceName, readonly EntityRecord[]>>;
