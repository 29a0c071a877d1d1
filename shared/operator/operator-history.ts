import * as z from 'zod';
import type { CarrierScope } from '../auth/scope.ts';
import { type CarrierActor, carrierActor, carrierActorSchema } from '../history/actor.ts';
import type { FieldChange } from '../history/field-change.ts';
import { History } from '../history/history.ts';
import { type Happening, historyItemShape } from '../history/history-item.ts';
import { presentIdentifications } from '../requisites/identification.ts';
import type { Partition } from '../table/partition.ts';
import { contactsOf, type OperatorRecord } from './operator-record.ts';

/** Kinds of changes that the carrier makes to operators. */
export const operatorEventKinds = ['registered', 'details', 'status', 'manager'] as const;

/** An event of an operator's history. */
const operatorEventSchema = z.object({
  ...historyItemShape,
  by: carrierActorSchema,
  kind: z.enum(operatorEventKinds),
  /** Name of the operator after the event. */
  operatorName: z.string(),
});

export type OperatorEvent = z.infer<typeof operatorEventSchema>;

/** What happened to an operator. */
type OperatorHappening = Happening<OperatorEvent>;

/** The history of the operator that a partition belongs to. */
export function operatorHistory(partition: Partition): History<OperatorEvent> {
  return new History(partition, 'OPERATOR/HISTORY#', operatorEventSchema);
}

/** The carrier's administrator as the actor of an event. */
export function administratorOf(scope: CarrierScope): CarrierActor {
  return carrierActor(scope, 'carrier-administrator');
}

/** The event of an operator's registration, with its first account manager if it has one already. */
export function registration(record: OperatorRecord): OperatorHappening {
  const { name: operatorName, managerSub } = record;
  const manager = managerSub === undefined ? [] : [{ field: 'managerSub', after: managerSub }];
  return { kind: 'registered', change: [...detailsChanged(undefined, record), ...manager], operatorName };
}

/** The event of a change of an operator's details. */
export function changeOfDetails(before: OperatorRecord, after: OperatorRecord): OperatorHappening {
  return { kind: 'details', change: detailsChanged(before, after), operatorName: after.name };
}

/** Details that differ, named like the attributes of the API. */
function detailsChanged(before: OperatorRecord | undefined, after: OperatorRecord): FieldChange[] {
  const previous = before === undefined ? undefined : detailsOf(before);
  return Object.entries(detailsOf(after))
    .map(([field, value]) => ({ field, before: previous?.[field], after: value }))
    .filter((change) => change.before !== change.after);
}

function detailsOf(record: OperatorRecord): Readonly<Record<string, string | undefined>> {
  const { name, tradingName, isCustomer, billingAccounts, agreements } = record;
  const identifications = presentIdentifications(record).map(
    ({ identificationType, identificationId }) => `${identificationType} ${identificationId}`,
  );
  const contacts = contactsOf(record);
  return {
    partyRole: isCustomer ? 'customer' : undefined,
    name,
    tradingName,
    organizationIdentification: listed(identifications),
    account: listed(billingAccounts.map(describeReference)),
    agreement: listed(agreements.map(describeReference)),
    contactMedium: contacts.length === 0 ? undefined : JSON.stringify(contacts),
  };
}

function describeReference({ id, name }: OperatorRecord['agreements'][number]): string {
  return name === undefined ? id : `${id} ${name}`;
}

function listed(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.join(', ');
}
