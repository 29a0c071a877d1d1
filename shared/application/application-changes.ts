import type { FieldChange } from '../history/field-change.ts';
import { applicationStates, type ApplicationState } from './application-state.ts';
import type { ApplicationRecord } from './application-record.ts';

/**
 * What changed in an application, for its history: the state, the manager, the checklist and the parts of the form. The
 * history masks the values of the form, which is full of personal data.
 */
export function applicationChanges(
  before: ApplicationRecord | undefined,
  after: ApplicationRecord,
): FieldChange[] {
  const previous = before === undefined ? new Map<string, string>() : fieldsOf(before);
  const next = fieldsOf(after);
  return [...new Set([...previous.keys(), ...next.keys()])]
    .map((field) => ({ field, before: previous.get(field), after: next.get(field) }))
    .filter((change) => change.before !== change.after);
}

function fieldsOf({ state, managerSub, checkList, form }: ApplicationRecord): ReadonlyMap<string, string> {
  const fields: Readonly<Record<string, unknown>> = {
    state,
    managerSub,
    ...Object.fromEntries(Object.entries(checkList).map(([name, tick]) => [`checkList.${name}`, tick])),
    ...Object.fromEntries(Object.entries(form ?? {}).map(([name, part]) => [`form.${name}`, part])),
  };
  return new Map(
    Object.entries(fields).flatMap(([field, value]) =>
      value === undefined
        ? []
        : [[field, typeof value === 'string' ? value : JSON.stringify(value)] as const],
    ),
  );
}

/** The change of an application's state among the changes of an event, if there is one. */
export function stateStepOf(changes: readonly FieldChange[]): {
  readonly from: ApplicationState | undefined;
  readonly to: ApplicationState | undefined;
} {
  const change = changes.find(({ field }) => field === 'state');
  return { from: stateNamed(change?.before), to: stateNamed(change?.after) };
}

function stateNamed(name: string | undefined): ApplicationState | undefined {
  return applicationStates.find((state) => state === name);
}
