import type { paths } from './schema.d.ts';

/** Body that reading a path answers with. */
export type Ok<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

/** One resource of a list that a path answers with. */
export type Row<P extends keyof paths> = Ok<P> extends readonly (infer Item)[] ? Item : never;
