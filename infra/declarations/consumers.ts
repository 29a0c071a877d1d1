import { type Consumer, consumerSchema } from './consumer.ts';
import { readDeclarations } from './read-declarations.ts';

/** Everything that reacts to something else than an HTTP request: one file of infra/consumers/ each. */
export const consumers: readonly Consumer[] = await readDeclarations(
  new URL('../consumers/', import.meta.url),
  consumerSchema,
);
