import type { CreationReply } from '../table/idempotency.ts';
import type { FileBucket, UploadTarget } from '../files/file-bucket.ts';
import type { Log } from '../observability/log.ts';
import { quarantineKey } from './quarantine-key.ts';
import type { AnnouncedFile } from './upload-record.ts';

/** A request about the files of an entity, and about one of them. */
interface FilesRequest {
  readonly params: { readonly id: string };
}
interface FileRequest {
  readonly params: { readonly id: string; readonly attachmentId: string };
}

/** A file that is not uploaded yet, and the version that its reader gets. */
interface AwaitedFile<Shown> {
  readonly file: AnnouncedFile;
  readonly shown: Shown;
  readonly version: number;
}

/**
 * What a capability knows about the files of its entities: who may do what in which state, and what else is written. It reads
 * and writes records, while the handlers below sign URLs and erase bytes.
 */
interface EntityFiles<Add extends FilesRequest, One extends FileRequest, Shown> {
  readonly files: FileBucket;
  readonly log: Log;
  /** Key of an accepted object. */
  readonly objectKey: (entityId: string, attachmentId: string) => string;
  /** Adds the record of a file. */
  readonly add: (request: Add) => Promise<CreationReply<Shown>>;
  /** A file that may still be uploaded. */
  readonly readAwaited: (request: One) => Promise<AwaitedFile<Shown>>;
  /** Removes the record of a file; returns the version that the caller gets, if any. */
  readonly remove: (request: One) => Promise<number | undefined>;
}

/**
 * Implements adding, renewing and removing: whatever is done with bytes, the record says so first. A removal is complete
 * with the record, since the eraser knows the bytes from then on (`removal.ts`): a failure to erase them is only logged.
 */
export function attachmentHandlers<
  Add extends FilesRequest & { readonly body: AnnouncedFile },
  One extends FileRequest,
  Shown extends { readonly id: string },
>({ files, log, ...entity }: EntityFiles<Add, One, Shown>) {
  const awaited = async (entityId: string, shown: Shown, file: AnnouncedFile) => {
    const key = quarantineKey(entity.objectKey(entityId, shown.id));
    return { ...shown, target: formOf(await files.signUpload(key, file)) };
  };
  return {
    add: async (request: Add) => {
      const created = await entity.add(request);
      // Signed for every request, since an earlier URL may have expired.
      return { ...created, body: await awaited(request.params.id, created.body, request.body) };
    },
    renew: async (request: One) => {
      const { shown, file, version } = await entity.readAwaited(request);
      return { body: await awaited(request.params.id, shown, file), version };
    },
    remove: async (request: One) => {
      const version = await entity.remove(request);
      const { id, attachmentId } = request.params;
      const key = entity.objectKey(id, attachmentId);
      try {
        await files.erase([quarantineKey(key), key]);
      } catch (error) {
        log('erasurePostponed', { error: error instanceof Error ? error.name : typeof error });
      }
      return { body: undefined, ...(version === undefined ? {} : { version }) };
    },
  };
}

/** Implements opening: the access is on record before there is a URL. */
export function openingHandler<One extends FileRequest>(
  files: FileBucket,
  {
    objectKey,
    open,
  }: {
    readonly objectKey: (entityId: string, attachmentId: string) => string;
    /** Records the access to an accepted file, and returns what its download is called. */
    readonly open: (request: One) => Promise<Pick<AnnouncedFile, 'fileName' | 'mimeType'>>;
  },
  disposition: 'attachment' | 'inline',
) {
  return async (request: One) => {
    const file = await open(request);
    const { id, attachmentId } = request.params;
    const { url, expiresAt } = await files.signDownload(objectKey(id, attachmentId), file, disposition);
    return { body: { url, expiresAt } };
  };
}

/** An upload URL as an answer. */
function formOf({ url, fields, expiresAt }: UploadTarget) {
  return { url, fields: { ...fields }, expiresAt };
}
