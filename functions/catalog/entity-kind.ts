import type * as z from 'zod';
import type { Problem } from '../../shared/errors.ts';
import type { Condition } from '../../shared/http/list-condition.ts';
import type { Language, Text } from '../../shared/text.ts';
import type { entityInput, ResourceName } from './contract/entity.ts';
import type { EntityRecord } from './records.ts';
import type { Reference, Referred } from './references.ts';

/** Attributes common to all create inputs. */
export type EntityInput = Pick<
  z.output<z.ZodObject<typeof entityInput>>,
  'name' | 'description' | 'lifecycleStatus' | 'validFor'
>;

/** Context for building a record from a client's input. */
interface Draft<R extends EntityRecord> {
  /** The common attributes, already built. */
  readonly base: EntityRecord;
  /** The record being changed; absent on creation. */
  readonly previous: R | undefined;
  readonly referred: Referred;
  /** Sets a text in the client's language, preserving the other language of the previous one. */
  readonly text: (given: string, previous: Text | undefined) => Text;
}

/** A record, and its validation errors. */
interface Composition<R> {
  readonly record: R;
  readonly problems: readonly Problem[];
}

/** One kind of resource: what the common operations need to know about it. */
export interface EntityKind<R extends EntityRecord, Input extends EntityInput, Resource, Query> {
  readonly name: ResourceName;
  readonly recordSchema: z.ZodType<R>;
  readonly inputSchema: z.ZodType<Input>;
  readonly resourceSchema: z.ZodType<Resource>;
  /** References whose targets must be active, in request order. */
  readonly references: (input: Input, previous: R | undefined) => readonly Reference[];
  readonly compose: (input: Input, draft: Draft<R>) => Composition<R>;
  /** The create input that would produce this record; merge patches are applied to it. */
  readonly inputOf: (record: R, language: Language) => Readonly<Record<string, unknown>>;
  readonly describe: (record: R, language: Language) => Resource;
  /** List filters that only this kind has. */
  readonly conditions: (query: Query) => readonly Condition<R>[];
}
