import type { Language } from '../../shared/text.ts';
import { addressOf, type ResourceName } from './contract/entity.ts';
import type { EntityRecord } from './records.ts';
import { optionalText } from './wording.ts';

/** Attributes that all catalogue resources show. */
export function describeEntity(resource: ResourceName, record: EntityRecord, language: Language) {
  return {
    id: record.id,
    href: addressOf(resource, record.id),
    version: String(record.version),
    lastUpdate: record.lastUpdate,
    ...describedBy(record, language),
  };
}

/** Those of them that a client set. */
export function describedBy(record: EntityRecord, language: Language) {
  return {
    name: record.name[language],
    ...optionalText('description', record.description[language]),
    lifecycleStatus: record.lifecycleStatus,
    ...(record.validFor === undefined ? {} : { validFor: record.validFor }),
  };
}

/** A reference to a catalogue resource. */
export function describeReference(resource: ResourceName, id: string) {
  const referredType = `${resource.charAt(0).toUpperCase()}${resource.slice(1)}`;
  return { id, href: addressOf(resource, id), '@referredType': referredType };
}
