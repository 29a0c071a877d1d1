import * as z from 'zod';
import { type Activity, activityAction } from '../../shared/activity/activity-record.ts';
import { CabinetError } from '../../shared/errors.ts';
import { removalActions } from '../../shared/uploads/removal.ts';
import type { OrderScope } from '../../shared/order/actor.ts';
import {
  attachmentKey,
  type AttachmentRecord,
  attachmentRecordSchema,
} from '../../shared/order/attachment-record.ts';
import { orderAttachments } from '../../shared/order/order-attachments.ts';
import { orderKey } from '../../shared/order/order-key.ts';
import { orderStates } from '../../shared/order/order-state.ts';
import type { Creation, Loaded } from '../../shared/table/creation.ts';
import type { EntityId } from '../../shared/table/entity-id.ts';
import type { Ids } from '../../shared/table/ids.ts';
import { beginningWith, type ListPage, type Paging, readPage } from '../../shared/table/page.ts';
import { Partition } from '../../shared/table/partition.ts';
import { retryOnConflict } from '../../shared/table/retry-on-conflict.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import type { Table, WriteAction } from '../../shared/table/table.ts';
import { insert } from '../../shared/table/write-actions.ts';

/** The part of an order that decides whether a file can be attached. The order has the count, so that parallel uploads cannot exceed it. */
const attachableSchema = z.object({
  version: z.int(),
  state: z.enum(orderStates),
  attachmentCount: z.int().default(0),
});

export type Attachable = z.infer<typeof attachableSchema>;

/** An order and one of its files. */
export interface AttachmentWithOrder {
  readonly order: Attachable;
  readonly attachment: AttachmentRecord;
}

/** Files of orders within a scope. */
export class AttachmentStore {
  readonly #table: Table;
  readonly #scope: OrderScope;
  readonly #ids: Ids;

  constructor(table: Table, scope: OrderScope, ids: Ids) {
    this.#table = table;
    this.#scope = scope;
    this.#ids = ids;
  }

  /**
   * An order that a file is attached to.
   *
   * @throws OutsideScope; CabinetError `notFound`
   */
  readOrderOnce<Body>(
    creation: Creation<Body>,
    { operatorId, ulid }: EntityId,
  ): Promise<Loaded<Body, Attachable>> {
    return creation.load([orderKey(this.#partition(operatorId), ulid)], ([item]) => parseAttachable(item));
  }

  /** The writes that attach a file to an order, as it was read. */
  additionActions(
    { operatorId, ulid }: EntityId,
    order: Attachable,
    attachment: AttachmentRecord,
    activity: Activity,
  ): readonly WriteAction[] {
    const partition = this.#partition(operatorId);
    return [
      count(partition, ulid, order, 1),
      insert(attachmentKey(partition, ulid, attachment.id), attachment),
      this.#tell(partition, activity),
    ];
  }

  /**
   * A page of the files of an order, newest first.
   *
   * @throws OutsideScope; CabinetError `notFound`
   */
  async list({ operatorId, ulid }: EntityId, paging: Paging): Promise<ListPage<AttachmentRecord>> {
    const partition = this.#partition(operatorId);
    const range = beginningWith(attachmentKey(partition, ulid, '').sortKey);
    const page = await readPage(
      this.#table,
      { partition, ...range, newestFirst: true, parse: (item) => attachmentRecordSchema.parse(item) },
      paging,
    );
    // Without files, the order itself may be missing: read it to find out.
    if (page.total === 0) parseAttachable(await this.#table.get(orderKey(partition, ulid)));
    return page;
  }

  /** @throws OutsideScope; CabinetError `notFound` */
  async read({ operatorId, ulid }: EntityId, attachmentId: string): Promise<AttachmentRecord> {
    return parseAttachment(
      await this.#table.get(attachmentKey(this.#partition(operatorId), ulid, attachmentId)),
    );
  }

  /** @throws OutsideScope; CabinetError `notFound` */
  async readWithOrder({ operatorId, ulid }: EntityId, attachmentId: string): Promise<AttachmentWithOrder> {
    const partition = this.#partition(operatorId);
    const [order, attachment] = await this.#table.getMany([
      orderKey(partition, ulid),
      attachmentKey(partition, ulid, attachmentId),
    ]);
    return { order: parseAttachable(order), attachment: parseAttachment(attachment) };
  }

  /** Records an activity. An action that must not go unrecorded waits until this has returned. */
  async record({ operatorId }: EntityId, activity: Activity): Promise<void> {
    await this.#table.write([this.#tell(this.#partition(operatorId), activity)]);
  }

  /**
   * Removes the record of a file from an order. Its bytes are erased afterwards.
   *
   * @param prepare checks that the file may be removed, and returns the activity to record
   * @throws OutsideScope; CabinetError `notFound`, `concurrentChange`, and the errors of `prepare`
   */
  async remove(
    id: EntityId,
    attachmentId: string,
    now: Date,
    prepare: (found: AttachmentWithOrder) => Activity,
  ): Promise<void> {
    const partition = this.#partition(id.operatorId);
    const address = orderAttachments.address(this.#scope, id, attachmentId);
    await retryOnConflict(async () => {
      const found = await this.readWithOrder(id, attachmentId);
      const activity = prepare(found);
      await this.#table.write([
        count(partition, id.ulid, found.order, -1),
        ...removalActions(address, found.attachment, now),
        this.#tell(partition, activity),
      ]);
    });
  }

  #tell(partition: Partition, activity: Activity): WriteAction {
    return activityAction(partition, this.#ids(), activity);
  }

  #partition(operatorId: string): Partition {
    return Partition.ofOperator(this.#scope, operatorId);
  }
}

/** Updates the file count of an order, provided that the order is still as it was read: open, and with room for one more. */
function count(partition: Partition, ulid: string, order: Attachable, change: 1 | -1): WriteAction {
  return {
    update: orderKey(partition, ulid),
    set: { attachmentCount: order.attachmentCount + change },
    unset: [],
    expect: { version: order.version },
  };
}

/** @throws CabinetError `notFound` */
function parseAttachable(item: StoredItem | undefined): Attachable {
  if (item === undefined) throw new CabinetError('notFound');
  return attachableSchema.parse(item);
}

/** @throws CabinetError `notFound` */
function parseAttachment(item: StoredItem | undefined): AttachmentRecord {
  if (item === undefined) throw new CabinetError('notFound');
  return attachmentRecordSchema.parse(item);
}
