import type { PersonRecord } from './person-record.ts';
import type { StoredActivity } from './store.ts';

/** Subjects of the people in activities. */
export function namesOf(activities: readonly StoredActivity[]): readonly string[] {
  const subs = activities.flatMap(({ activity: { by, subject } }) => [
    ...(by.side === 'operator' ? [by.sub] : []),
    ...(subject.type === 'person' ? [subject.id] : []),
  ]);
  return [...new Set(subs)];
}

/** An activity with the names of colleagues. Of the carrier's people, only the role is shown. */
export function presentActivity(
  { ulid, activity: { at, by, action, subject, detail } }: StoredActivity,
  people: ReadonlyMap<string, PersonRecord>,
) {
  const nameOf = (sub: string) => people.get(sub)?.name ?? people.get(sub)?.email;
  const author = by.side === 'operator' ? nameOf(by.sub) : undefined;
  const name = subject.type === 'person' ? nameOf(subject.id) : undefined;
  return {
    '@type': 'CabinetActivity' as const,
    id: ulid,
    at,
    side: by.side,
    role: by.role,
    ...(author === undefined ? {} : { author }),
    action,
    subject: { ...subject, ...(name === undefined ? {} : { name }) },
    ...(detail === undefined ? {} : { detail }),
  };
}
