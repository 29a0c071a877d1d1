import type { Attachment } from './attachment-resource.ts';
import type { UploadRecord } from './upload-record.ts';

/** A file for readers of its entity. */
export function presentAttachment(
  { id, fileName, mimeType, size, state, refusal, createdAt, inspectedAt }: UploadRecord,
  {
    path,
    entityId,
    ...shown
  }: {
    /** Path of the entity's files, with `{id}` for the entity. */
    readonly path: `/${string}`;
    readonly entityId: string;
  } & Pick<Attachment, 'side' | 'author' | 'removable'>,
): Attachment {
  return {
    '@type': 'CabinetAttachment',
    id,
    href: `${path.replace('{id}', entityId)}/${id}`,
    fileName,
    mimeType,
    size,
    state,
    refusal,
    ...shown,
    createdAt,
    inspectedAt,
  };
}
