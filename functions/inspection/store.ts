import { scanKey, scanObjectKey } from '../../shared/application/scan-record.ts';
import type { SystemScope } from '../../shared/auth/scope.ts';
import { attachmentKey, attachmentObjectKey } from '../../shared/order/attachment-record.ts';
import { quarantineKey, type UploadRecord, uploadRecordSchema } from '../../shared/files/upload-record.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { ItemKey, Table } from '../../shared/table/table.ts';

/** Key of an upload's record, and the keys of its object in quarantine and once it is accepted. */
export interface UploadAddress {
  readonly record: ItemKey;
  readonly quarantined: string;
  readonly accepted: string;
}

/** What an inspection changes in an upload's record. */
type Finding = Pick<UploadRecord, 'state' | 'verdicts' | 'refusal' | 'inspectedAt'>;

/** Upload records, found by object key. */
export class UploadStore {
  readonly #table: Table;
  readonly #scope: SystemScope;

  constructor(table: Table, scope: SystemScope) {
    this.#table = table;
    this.#scope = scope;
  }

  /** The upload that an object in quarantine belongs to; undefined if the key is not that of an upload. */
  locate(objectKey: string): UploadAddress | undefined {
    return this.#locateScan(objectKey) ?? this.#locateAttachment(objectKey);
  }

  #locateScan(objectKey: string): UploadAddress | undefined {
    const [, applicationId, scanId] =
      /^quarantine\/applications\/([0-9A-Z]{16})\/([0-9A-Z]{26})$/.exec(objectKey) ?? [];
    if (applicationId === undefined || scanId === undefined) return undefined;
    const accepted = scanObjectKey(applicationId, scanId);
    return {
      record: scanKey(Partition.ofApplication(this.#scope, applicationId), scanId),
      quarantined: quarantineKey(accepted),
      accepted,
    };
  }

  #locateAttachment(objectKey: string): UploadAddress | undefined {
    const [, operatorId, ulid, attachmentId] =
      /^quarantine\/attachments\/([a-z0-9]{2,32})\/([0-9A-Z]{26})\/([0-9A-Z]{26})$/.exec(objectKey) ?? [];
    if (operatorId === undefined || ulid === undefined || attachmentId === undefined) return undefined;
    const accepted = attachmentObjectKey({ operatorId, ulid }, attachmentId);
    return {
      record: attachmentKey(Partition.ofOperator(this.#scope, operatorId), ulid, attachmentId),
      quarantined: quarantineKey(accepted),
      accepted,
    };
  }

  /** The record; undefined if the upload was removed. */
  async read({ record }: UploadAddress): Promise<UploadRecord | undefined> {
    const item = await this.#table.get(record);
    return item === undefined ? undefined : uploadRecordSchema.parse(item);
  }

  /**
   * Saves a finding.
   *
   * @throws CabinetError `concurrentChange` if the record was changed or removed in the meantime
   */
  async save({ record }: UploadAddress, { version }: UploadRecord, finding: Finding): Promise<void> {
    await this.#table.write([
      {
        update: record,
        set: finding,
        unset: [],
        expect: { version },
      },
    ]);
  }
}
