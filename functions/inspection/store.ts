import { scanKey, scanObjectKey } from '../../shared/application/scan-record.ts';
import type { SystemScope } from '../../shared/auth/scope.ts';
import { attachmentKey, attachmentObjectKey } from '../../shared/order/attachment-record.ts';
import { quarantineKey, type UploadRecord, uploadRecordSchema } from '../../shared/files/upload-record.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { ItemKey, Table } from '../../shared/table/table.ts';

/** Where an upload's record stands, and where its object goes once it is accepted. */
export interface UploadAddress {
  readonly record: ItemKey;
  readonly quarantined: string;
  readonly accepted: string;
}

/** Whatever the inspection of a file found out. */
type Finding = Pick<UploadRecord, 'state' | 'verdicts' | 'refusal' | 'inspectedAt'>;

/** Records of uploads, found by the keys of their objects. */
export class UploadStore {
  readonly #table: Table;
  readonly #scope: SystemScope;

  constructor(table: Table, scope: SystemScope) {
    this.#table = table;
    this.#scope = scope;
  }

  /** What an object in quarantine belongs to; undefined where nobody ever asked for such an upload. */
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

  /** The record; undefined where the upload was taken back. */
  async read({ record }: UploadAddress): Promise<UploadRecord | undefined> {
    const item = await this.#table.get(record);
    return item === undefined ? undefined : uploadRecordSchema.parse(item);
  }

  /**
   * Keeps what was found out.
   *
   * @throws CabinetError `concurrentChange` where the record is another by now, or gone
   */
  async keep({ record }: UploadAddress, { version }: UploadRecord, finding: Finding): Promise<void> {
    const known = Object.entries(finding).filter(([, value]) => value !== undefined);
    await this.#table.write([
      {
        update: record,
        set: Object.fromEntries(known),
        unset: [],
        expect: { version },
      },
    ]);
  }
}
