import { applicationSamples } from './applications.ts';
import { attachmentSamples } from './attachments.ts';
import { catalogSamples } from './catalog.ts';
import { formSamples } from './forms.ts';
import { noticeSamples } from './notices.ts';
import { operatorSamples } from './operators.ts';
import { orderSamples } from './orders.ts';
import { peopleSamples } from './people.ts';
import { reviewSamples } from './review.ts';
import type { Sample } from './sample.ts';
import { searchSamples } from './search.ts';
import { serviceSamples } from './services.ts';

/** Samples by the folder of their capability and the id of their route. */
const samples: Readonly<Record<string, Readonly<Record<string, Sample>>>> = {
  applications: applicationSamples,
  attachments: attachmentSamples,
  catalog: catalogSamples,
  forms: formSamples,
  notices: noticeSamples,
  operators: operatorSamples,
  orders: orderSamples,
  people: peopleSamples,
  review: reviewSamples,
  search: searchSamples,
  services: serviceSamples,
};

/**
 * Sample of a route.
 *
 * @throws Error where it has none yet: every route needs one
 */
export function sampleOf({ capability, routeId }: { capability: string; routeId: string }): Sample {
  const sample = samples[capability]?.[routeId];
  if (sample === undefined) throw new Error(`test/samples/ has no sample of ${capability} ${routeId}`);
  return sample;
}
