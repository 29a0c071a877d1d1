import * as z from 'zod';
import { invalidRequest, type Problem } from '../../shared/errors.ts';
import { problemsOf } from '../../shared/http/problems.ts';
import type { Language } from '../../shared/text.ts';
import { lifecycleStatuses } from './contract/entity.ts';
import type { Patch } from './contract/patch.ts';
import type { EntityInput, EntityKind } from './entity-kind.ts';
import { checkTransition } from './lifecycle.ts';
import { mergePatch } from '../../shared/http/merge-patch.ts';
import type { EntityRecord } from './records.ts';
import type { Referred } from './references.ts';
import { writeText } from './wording.ts';

/** Context of a write. */
interface WriteContext<R> {
  readonly id: string;
  readonly now: Date;
  /** Language of the texts. */
  readonly language: Language;
  readonly previous: R | undefined;
  readonly referred: Referred;
}

/**
 * Builds the next version of a record, or the first.
 *
 * @throws CabinetError `invalidRequest`, and the kind's own errors
 */
export function compose<R extends EntityRecord, Input extends EntityInput>(
  kind: Pick<EntityKind<R, Input, unknown, never>, 'references' | 'compose'>,
  input: Input,
  { id, now, language, previous, referred }: WriteContext<R>,
): R {
  refuse(referred.problemsOf(kind.references(input, previous)));
  const text = (given: string, before: Parameters<typeof writeText>[2]) => writeText(given, language, before);
  const base: EntityRecord = {
    schemaVersion: 1,
    version: (previous?.version ?? 0) + 1,
    id,
    name: text(input.name, previous?.name),
    description: text(input.description ?? '', previous?.description),
    lifecycleStatus: input.lifecycleStatus ?? 'inDesign',
    lastUpdate: now.toISOString(),
    ...(input.validFor === undefined ? {} : { validFor: input.validFor }),
  };
  const { record, problems } = kind.compose(input, { base, previous, referred, text });
  refuse([...problemsOfPeriod(input.validFor), ...problems]);
  return record;
}

/**
 * The create input that would produce this record after the patch.
 *
 * @throws CabinetError `invalidRequest`, `changeForbidden`, `transitionForbidden`
 */
export function patchedInput<R extends EntityRecord, Input extends EntityInput>(
  kind: Pick<EntityKind<R, Input, unknown, never>, 'inputOf' | 'inputSchema'>,
  current: R,
  patch: Patch,
  language: Language,
): Input {
  checkTransition(current.lifecycleStatus, wantedStatus(current, patch));
  const merged = kind.inputSchema.safeParse(mergePatch(kind.inputOf(current, language), patch));
  if (!merged.success) throw invalidRequest(problemsOf(merged.error, 'body'));
  return merged.data;
}

/**
 * The last version of a record, if the patch retires it. Its content is unchanged: its references' targets may
 * already be retired, and nothing is published any more.
 *
 * @returns undefined if the patch does not retire
 * @throws CabinetError `invalidRequest` if it would change anything else, `changeForbidden`, `transitionForbidden`
 */
export function retire<R extends EntityRecord>(current: R, patch: Patch, now: Date): R | undefined {
  if (wantedStatus(current, patch) !== 'retired') return undefined;
  checkTransition(current.lifecycleStatus, 'retired');
  const others = Object.keys(patch).filter((name) => name !== 'lifecycleStatus');
  refuse(others.map((name) => ({ pointer: `/${name}`, message: words.retireAlone })));
  return {
    ...current,
    version: current.version + 1,
    lifecycleStatus: 'retired',
    lastUpdate: now.toISOString(),
  };
}

function wantedStatus(current: EntityRecord, patch: Patch) {
  return z.enum(lifecycleStatuses).optional().parse(patch['lifecycleStatus']) ?? current.lifecycleStatus;
}

function problemsOfPeriod(validFor: EntityInput['validFor']): Problem[] {
  const { startDateTime, endDateTime } = validFor ?? {};
  if (startDateTime === undefined || endDateTime === undefined) return [];
  const isInOrder = Date.parse(startDateTime) < Date.parse(endDateTime);
  return isInOrder ? [] : [{ pointer: '/validFor/endDateTime', message: words.period }];
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw invalidRequest(problems);
}

const words = {
  retireAlone: {
    ru: 'При снятии с продажи (retired) нельзя менять ничего другого: пришлите только lifecycleStatus',
    en: 'Retiring cannot be combined with other changes: send lifecycleStatus alone',
  },
  period: { ru: 'Позже, чем startDateTime', en: 'Later than startDateTime' },
} as const;
