import type { OperatorRecord } from '../../shared/operator/operator-record.ts';
import type { References } from './references.ts';

/** What the table knows of the operator that an application is for. */
export interface KnownOperator {
  /** Operator whose ИНН it is; its record is missing while another approval is on its way to write it. */
  readonly existing: { readonly operatorId: string; readonly record: OperatorRecord | undefined } | undefined;
  /** Of the ids that were asked about, those that are taken. */
  readonly takenIds: ReadonlySet<string>;
}

/** What an approval adds to an operator that was there: what of it the operator does not have yet. */
export interface OperatorAddition {
  readonly operatorId: string;
  readonly references: References;
}

/** An operator that an approval registers. */
export interface NewOperator {
  readonly operatorId: string;
  readonly record: OperatorRecord;
}
