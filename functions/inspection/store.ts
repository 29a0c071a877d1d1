import * as z from 'zod';
import type { SystemScope } from '../../shared/auth/scope.ts';
import type { UploadAddress } from '../../shared/uploads/upload-owner.ts';
import { type UploadRecord, uploadRecordShape } from '../../shared/uploads/upload-record.ts';
import type { Table } from '../../shared/table/table.ts';
import { replaceVersion } from '../../shared/table/write-actions.ts';
import { uploadOwners } from '../../shared/upload-owners.ts';

/** A record of any owner, with the attributes that only its owner knows. */
const storedUploadSchema = z.looseObject(uploadRecordShape);

export type StoredUpload = z.infer<typeof storedUploadSchema>;

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
    for (const owner of uploadOwners) {
      const address = owner.locate(this.#scope, objectKey);
      if (address !== undefined) return address;
    }
    return undefined;
  }

  /** The record; undefined if the upload was removed. */
  async read({ record }: UploadAddress): Promise<StoredUpload | undefined> {
    const item = await this.#table.get(record);
    return item === undefined ? undefined : storedUploadSchema.parse(item);
  }

  /**
   * Saves a finding.
   *
   * @param upload as it was read
   * @throws CabinetError `concurrentChange` if the record was changed or removed in the meantime
   */
  async save({ record }: UploadAddress, upload: StoredUpload, finding: Finding): Promise<void> {
    await this.#table.write([replaceVersion(record, { ...upload, ...finding, version: upload.version + 1 })]);
  }
}
