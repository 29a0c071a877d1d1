import * as z from 'zod';
import type { CarrierScope } from '../../shared/auth/scope.ts';
import { applicationEventSchema, scanOpenings } from '../../shared/application/application-event.ts';
import { scanKinds } from '../../shared/application/application-record.ts';
import { type ListPage, type Paging, readPage } from '../../shared/table/page.ts';
import { highest, type StoredItem, type Table } from '../../shared/table/table.ts';
import type { Period } from './period.ts';

/** A look at a scan, with whose it is. */
const openingSchema = applicationEventSchema.extend({
  sk: z.string(),
  applicationId: z.string(),
  by: z.string(),
  scanId: z.string(),
  scanKind: z.enum(scanKinds),
});

export type Opening = z.infer<typeof openingSchema>;

/** Looks at scans, of all applications: for the carrier's administrator alone. */
export class OpeningsStore {
  readonly #table: Table;

  constructor(_scope: CarrierScope, table: Table) {
    this.#table = table;
  }

  /** A page of the looks of a period, the last first. */
  list(
    paging: Paging,
    { from, to }: Period,
    accepts: ((opening: Opening) => boolean) | undefined,
  ): Promise<ListPage<Opening>> {
    const partition = { index: 'byState', key: scanOpenings } as const;
    const range = { from, to: `${to}#${highest}`, newestFirst: true };
    const parse = (item: StoredItem) => openingSchema.parse(item);
    return readPage(this.#table, { partition, ...range, parse, accepts }, paging);
  }
}
