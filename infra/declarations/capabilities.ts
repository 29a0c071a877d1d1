import { type Capability, capabilitySchema } from './capability.ts';
import { readDeclarations } from './read-declarations.ts';

/** Everything that the API consists of, in the order of `openapi.json`: one file of infra/capabilities/ each. */
export const capabilities: readonly Capability[] = await readDeclarations(
  new URL('../capabilities/', import.meta.url),
  capabilitySchema,
);
