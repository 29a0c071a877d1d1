import type { OperatorRecord } from '../../shared/operator/operator-record.ts';
import type { References } from './references.ts';

/** What the table has about the operator of an application. */
export interface KnownOperator {
  /** Operator with the same ИНН; its record is missing while another approval is in progress. */
  readonly existing: { readonly operatorId: string; readonly record: OperatorRecord | undefined } | undefined;
  /** Those of the requested ids that are taken. */
  readonly takenIds: ReadonlySet<string>;
}

/** References that an approval adds to an existing operator. */
export interface OperatorAddition {
  readonly operatorId: string;
  readonly references: References;
}

/** An operator that an approval registers. */
export interface NewOperator {
  readonly operatorId: string;
  readonly record: OperatorRecord;
}
