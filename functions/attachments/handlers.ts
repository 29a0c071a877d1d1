import type { FileBucket } from '../../shared/files/file-bucket.ts';
import { attachmentHandlers, openingHandler } from '../../shared/uploads/attachment-handlers.ts';
import type { AnnouncedFile } from '../../shared/uploads/upload-record.ts';
import { requireAccepted, requireAwaited } from '../../shared/uploads/upload-rules.ts';
import type { Attachment } from '../../shared/uploads/attachment-resource.ts';
import type { Handlers } from '../../shared/http/route.ts';
import type { Log } from '../../shared/observability/log.ts';
import { actorOf, type OrderScope } from '../../shared/order/actor.ts';
import { orderAttachments } from '../../shared/order/order-attachments.ts';
import type { Creation } from '../../shared/table/creation.ts';
import { parseEntityId } from '../../shared/table/entity-id.ts';
import type { Ids } from '../../shared/table/ids.ts';
import { retryOnConflict } from '../../shared/table/retry-on-conflict.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Language } from '../../shared/text.ts';
import { attach, requireOpen, requireRemovable } from './attach.ts';
import { attachmentActivity } from './attachment-activity.ts';
import type { routes } from './routes.ts';
import { showAttachment } from './show-attachment.ts';
import { AttachmentStore } from './store.ts';

interface Dependencies {
  readonly table: Table;
  readonly files: FileBucket;
  readonly log: Log;
  readonly clock: () => Date;
  readonly ids: Ids;
}

interface OrderRequest<Params = unknown> {
  readonly scope: OrderScope;
  readonly language: Language;
  readonly params: Params & { readonly id: string };
}

type FileRequest = OrderRequest<{ readonly attachmentId: string }>;

type AddRequest = OrderRequest & { readonly body: AnnouncedFile; readonly creation: Creation<Attachment> };

/** Implements the routes about the files of orders. */
export function createHandlers({ table, files, clock, ids, log }: Dependencies): Handlers<typeof routes> {
  const storeOf = (scope: OrderScope) => new AttachmentStore(table, scope, ids);
  const actingAs = (scope: OrderScope) => ({ by: actorOf(scope), now: clock() });
  const objectKey = (orderId: string, attachmentId: string) =>
    orderAttachments.objectKey(parseEntityId(orderId), attachmentId);

  const { add, renew, remove } = attachmentHandlers({
    files,
    log,
    objectKey,

    add: (request: AddRequest) => {
      const { scope, params, body: file, creation } = request;
      const id = parseEntityId(params.id);
      const store = storeOf(scope);
      const acting = actingAs(scope);
      return retryOnConflict(async () => {
        const { earlier, found: order } = await store.readOrderOnce(creation, id);
        if (earlier !== undefined) return earlier;
        const added = attach(order, file, { id: ids(), ...acting });
        const activity = attachmentActivity('fileAdded', id, added, acting);
        const body = showAttachment(added, request);
        return creation.save(store.additionActions(id, order, added, activity), {
          body,
          version: added.version,
          location: body.href,
        });
      });
    },

    readAwaited: async (request: FileRequest) => {
      const { scope, params } = request;
      const { order, attachment } = await storeOf(scope).readWithOrder(
        parseEntityId(params.id),
        params.attachmentId,
      );
      requireOpen(order);
      requireAwaited(attachment);
      return {
        file: attachment,
        shown: showAttachment(attachment, request),
        version: attachment.version,
      };
    },

    remove: async ({ scope, params: { id, attachmentId } }: FileRequest) => {
      const order = parseEntityId(id);
      const acting = actingAs(scope);
      await storeOf(scope).remove(order, attachmentId, acting.now, (found) => {
        requireRemovable(found.order, found.attachment, scope);
        return attachmentActivity('fileRemoved', order, found.attachment, acting);
      });
    },
  });

  return {
    listOrderAttachment: async (request) => {
      const { scope, params, query } = request;
      const { entities, next, total } = await storeOf(scope).list(parseEntityId(params.id), query);
      return { body: entities.map((found) => showAttachment(found, request)), next, total };
    },
    createOrderAttachment: add,
    renewOrderAttachment: renew,
    openOrderAttachment: openingHandler(
      files,
      {
        objectKey,
        open: async ({ scope, params }: FileRequest) => {
          const order = parseEntityId(params.id);
          const store = storeOf(scope);
          const attachment = await store.read(order, params.attachmentId);
          requireAccepted(attachment);
          await store.record(order, attachmentActivity('downloaded', order, attachment, actingAs(scope)));
          return attachment;
        },
      },
      'attachment',
    ),
    removeOrderAttachment: remove,
  };
}
