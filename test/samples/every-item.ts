import { catalogItems } from './catalog-world.ts';
import { orderItems } from './orders-world.ts';
import { serviceItems } from './services-world.ts';
import { people } from './world.ts';

/** Everything that is there when a sample is sent, as items of the table. */
export const everyItem: readonly Readonly<Record<string, unknown>>[] = [
  ...people,
  ...catalogItems,
  ...orderItems,
  ...serviceItems,
];
