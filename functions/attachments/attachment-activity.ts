import type { Activity } from '../../shared/activity/activity-record.ts';
import type { AttachmentRecord } from '../../shared/order/attachment-record.ts';
import { type EntityId, formatEntityId } from '../../shared/table/entity-id.ts';

/** An action on a file of an order, as an entry of the operator's activity log. */
export function attachmentActivity(
  action: Extract<Activity['action'], 'fileAdded' | 'fileRemoved' | 'downloaded'>,
  order: EntityId,
  { fileName }: Pick<AttachmentRecord, 'fileName'>,
  { by, now }: { readonly by: Activity['by']; readonly now: Date },
): Activity {
  return {
    schemaVersion: 1,
    at: now.toISOString(),
    by,
    action,
    subject: { type: 'productOrder', id: formatEntityId(order) },
    detail: fileName,
  };
}
