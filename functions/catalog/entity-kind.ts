import type * as z from 'zod';
import type { Problem } from '../../shared/errors.ts';
import type { Condition } from '../../shared/http/list-condition.ts';
import type { Language, Text } from '../../shared/text.ts';
import type { entityInput, ResourceName } from './contract/entity.ts';
import type { EntityRecord } from './records.ts';
import type { Reference, Referred } from './references.ts';

/** What every client's description has. */
export type EntityInput = Pick<
  z.output<z.ZodObject<typeof entityInput>>,
  'name' | 'description' | 'lifecycleStatus' | 'validFor'
>;

/** A record that is being composed of what a client sent. */
interface Draft<R extends EntityRecord> {
  /** Attributes that everything has, composed already. */
  readonly base: EntityRecord;
  /** The record that is being changed; none while it is created. */
  readonly previous: R | undefined;
  readonly referred: Referred;
  /** A text in the client's language, over the one that stood there. */
  readonly text: (given: string, previous: Text | undefined) => Text;
}

/** A record, and what is wrong with it. */
interface Composition<R> {
  readonly record: R;
  readonly problems: readonly Problem[];
}

/** One sort of resource: all that the common operations have to know of it. */
export interface EntityKind<R extends EntityRecord, Input extends EntityInput, Resource, Query> {
  readonly name: ResourceName;
  readonly recordSchema: z.ZodType<R>;
  readonly inputSchema: z.ZodType<Input>;
  readonly resourceSchema: z.ZodType<Resource>;
  /** References whose targets have to be active, in the order of the request. */
  readonly references: (input: Input, previous: R | undefined) => readonly Reference[];
  readonly compose: (input: Input, draft: Draft<R>) => Composition<R>;
  /** What a client would send to get this record: what a merge patch is applied to. */
  readonly inputOf: (record: R, language: Language) => Readonly<Record<string, unknown>>;
  readonly describe: (record: R, language: Language) => Resource;
  /** Conditions of a list that only this kind has. */
  readonly conditions: (query: Query) => readonly Condition<R>[];
}
