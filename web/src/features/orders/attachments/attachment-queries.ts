import { queryOptions } from '@tanstack/react-query';
import type { attachmentLimits } from '../../../../../shared/order/attachment-limits.ts';
import { api } from '../../../api/client.ts';
import type { Row } from '../../../api/contract.ts';
import { failureOf, unwrap } from '../../../api/problem.ts';
import type { Announcement } from '../../../kit/upload/use-uploads.ts';

const path = '/cabinet/v1/productOrder/{id}/attachment';
const onePath = `${path}/{attachmentId}` as const;

/** Polling intervals of files, in milliseconds. */
const minPause = 1000;
const maxPause = 30_000;

export type Attachment = Row<typeof path>;

/** The files of an order, newest first, at most one page. Polled while one is being inspected. */
export function attachmentsQuery(orderId: string) {
  return queryOptions({
    queryKey: ['order', orderId, 'attachments'],
    queryFn: async (): Promise<readonly Attachment[]> =>
      unwrap(await api.GET(path, { params: { path: { id: orderId }, query: { limit: 20 } } })),
    refetchInterval: ({ state: { data = [] } }) => pauseOf(data),
  });
}

/** Short while a file is being inspected, and longer the longer that takes. */
function pauseOf(attachments: readonly Attachment[]): number {
  const announced = attachments.flatMap(({ state, createdAt }) =>
    state === 'awaited' || state === 'inspecting' ? [Date.parse(createdAt)] : [],
  );
  const waited = Date.now() - Math.max(...announced);
  return Math.min(maxPause, Math.max(minPause, waited / 4));
}

/** Announces a file and returns its upload URL. */
export async function announceAttachment(
  orderId: string,
  { key, file }: Announcement<unknown, (typeof attachmentLimits.types)[number]>,
) {
  return unwrap(
    await api.POST(path, {
      params: { path: { id: orderId } },
      headers: { 'idempotency-key': key },
      body: file,
    }),
  );
}

/** Renews the upload URL of a file that did not arrive. */
export async function renewAttachment(orderId: string, attachmentId: string) {
  return unwrap(await api.POST(onePath, { params: paramsOf(orderId, attachmentId) }));
}

/** Download URL of a file, valid for five minutes. */
export async function openAttachment(orderId: string, attachmentId: string): Promise<string> {
  return unwrap(await api.GET(onePath, { params: paramsOf(orderId, attachmentId) })).url;
}

export async function removeAttachment(orderId: string, attachmentId: string): Promise<void> {
  const { error, response } = await api.DELETE(onePath, { params: paramsOf(orderId, attachmentId) });
  // Already deleted.
  if (!response.ok && response.status !== 404) throw failureOf({ error, response });
}

function paramsOf(id: string, attachmentId: string) {
  return { path: { id, attachmentId } };
}
