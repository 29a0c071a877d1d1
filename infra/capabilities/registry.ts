import { applications } from './applications.ts';
import { attachments } from './attachments.ts';
import type { Capability } from './capability.ts';
import { catalog } from './catalog.ts';
import { forms } from './forms.ts';
import { notices } from './notices.ts';
import { operators } from './operators.ts';
import { orders } from './orders.ts';
import { people } from './people.ts';
import { review } from './review.ts';
import { search } from './search.ts';
import { services } from './services.ts';

/** Everything that the API consists of, in the order of `openapi.json`. */
export const capabilities: readonly Capability[] = [
  applications,
  forms,
  catalog,
  orders,
  attachments,
  services,
  search,
  notices,
  operators,
  people,
  review,
];
