import type { FileBucket } from '../../shared/files/file-bucket.ts';
import { quarantineKey } from '../../shared/files/upload-record.ts';
import type { Handlers } from '../../shared/http/route.ts';
import { actorOf, type OrderScope } from '../../shared/order/actor.ts';
import { attachmentObjectKey } from '../../shared/order/attachment-record.ts';
import { parseEntityId } from '../../shared/table/entity-id.ts';
import type { Ids } from '../../shared/table/ids.ts';
import { retryOnConflict } from '../../shared/table/retry-on-conflict.ts';
import type { Table } from '../../shared/table/table.ts';
import { attach, requireAccepted, requireAwaited, requireRemovable } from './attach.ts';
import { attachmentActivity } from './attachment-activity.ts';
import { presentAttachment, presentAwaited } from './present-attachment.ts';
import type { routes } from './routes.ts';
import { AttachmentStore } from './store.ts';

interface Dependencies {
  readonly table: Table;
  readonly files: FileBucket;
  readonly clock: () => Date;
  readonly ids: Ids;
}

/** Implements the routes about the files of orders. */
export function createHandlers({ table, files, clock, ids }: Dependencies): Handlers<typeof routes> {
  const storeOf = (scope: OrderScope) => new AttachmentStore(table, scope, ids);
  const actingAs = (scope: OrderScope) => ({ by: actorOf(scope), now: clock() });

  return {
    listOrderAttachment: async ({ scope, params, query, language }) => {
      const { entities, next, total } = await storeOf(scope).list(parseEntityId(params.id), query);
      const showing = { orderId: params.id, scope, language };
      return { body: entities.map((found) => presentAttachment(found, showing)), next, total };
    },

    createOrderAttachment: async ({ scope, params, body: file, creation, language }) => {
      const id = parseEntityId(params.id);
      const store = storeOf(scope);
      const acting = actingAs(scope);
      const created = await retryOnConflict(async () => {
        const { earlier, found: order } = await store.readOrderOnce(creation, id);
        if (earlier !== undefined) return earlier;
        const added = attach(order, file, { id: ids(), ...acting });
        const activity = attachmentActivity('fileAdded', id, added, acting);
        const body = presentAttachment(added, { orderId: params.id, scope, language });
        return creation.save(store.additionActions(id, order, added, activity), {
          body,
          version: added.version,
          location: body.href,
        });
      });
      // Signed for every request, since an earlier URL may have expired.
      const key = quarantineKey(attachmentObjectKey(id, created.body.id));
      return { ...created, body: presentAwaited(created.body, await files.signUpload(key, file)) };
    },

    renewOrderAttachment: async ({ scope, params, language }) => {
      const id = parseEntityId(params.id);
      const { order, attachment } = await storeOf(scope).readWithOrder(id, params.attachmentId);
      requireAwaited(order, attachment);
      const key = quarantineKey(attachmentObjectKey(id, attachment.id));
      const presented = presentAttachment(attachment, { orderId: params.id, scope, language });
      return {
        body: presentAwaited(presented, await files.signUpload(key, attachment)),
        version: attachment.version,
      };
    },

    openOrderAttachment: async ({ scope, params }) => {
      const order = parseEntityId(params.id);
      const store = storeOf(scope);
      const attachment = await store.read(order, params.attachmentId);
      requireAccepted(attachment);
      await store.record(order, attachmentActivity('downloaded', order, attachment, actingAs(scope)));
      const { url, expiresAt } = await files.signDownload(
        attachmentObjectKey(order, attachment.id),
        attachment,
      );
      return { body: { url, expiresAt } };
    },

    removeOrderAttachment: async ({ scope, params: { id, attachmentId } }) => {
      const order = parseEntityId(id);
      const key = attachmentObjectKey(order, attachmentId);
      await storeOf(scope).remove(
        order,
        attachmentId,
        (found) => {
          requireRemovable(found.order, found.attachment, scope);
          return attachmentActivity('fileRemoved', order, found.attachment, actingAs(scope));
        },
        () => files.erase([quarantineKey(key), key]),
      );
      return { body: undefined };
    },
  };
}
