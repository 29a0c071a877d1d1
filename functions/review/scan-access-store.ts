import * as z from 'zod';
import type { CarrierScope } from '../../shared/auth/scope.ts';
import { applicationEventSchema } from '../../shared/application/application-event.ts';
import { scanAccessPartition } from '../../shared/application/application-history.ts';
import { scanKinds } from '../../shared/application/application-record.ts';
import { carrierActorSchema } from '../../shared/history/actor.ts';
import { type ListPage, type Paging, readPage } from '../../shared/table/page.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import { highest, type Table } from '../../shared/table/table.ts';
import type { Period } from './period.ts';

/** A scan access, as it is stored. */
const scanAccessSchema = applicationEventSchema.extend({
  applicationId: z.string(),
  by: carrierActorSchema,
  scanId: z.string(),
  scanKind: z.enum(scanKinds),
});

export type ScanAccess = z.infer<typeof scanAccessSchema>;

/** Scan access log of all applications, only for the carrier's administrator. */
export class ScanAccessStore {
  readonly #table: Table;

  constructor(_scope: CarrierScope, table: Table) {
    this.#table = table;
  }

  /** A page of the accesses of a period, newest first. */
  list(
    paging: Paging,
    { from, to }: Period,
    accepts: ((access: ScanAccess) => boolean) | undefined,
  ): Promise<ListPage<ScanAccess>> {
    const partition = { index: 'byState', key: scanAccessPartition } as const;
    const range = { from, to: `${to}#${highest}`, newestFirst: true };
    const parse = (item: StoredItem) => scanAccessSchema.parse(item);
    return readPage(this.#table, { partition, ...range, parse, accepts }, paging);
  }
}
