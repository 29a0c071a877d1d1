import { useWindowEvent } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createAnnouncer } from './announce-in-turn.ts';
import { type Upload, useUploads } from '../../kit/upload/use-uploads.ts';
import { type Application, type DocumentKind, removeScan } from './application-api.ts';
import { applicationKey } from './application-query.ts';

export type PackageControl = ReturnType<typeof usePackage>;

/** Uploads and removes the scans of a package. */
export function usePackage(secret: string, application: Application) {
  const client = useQueryClient();
  const [announce] = useState(() => createAnnouncer(client, secret));
  const [removing, setRemoving] = useState<ReadonlySet<string>>(new Set());
  const refresh = () => client.invalidateQueries({ queryKey: applicationKey(secret) });
  const scans = Object.values(application.package).flat();

  const { uploads, add, retry, forget } = useUploads<DocumentKind>(announce, refresh);

  const removal = useMutation({
    mutationFn: async (scanId: string) => {
      setRemoving((before) => new Set(before).add(scanId));
      await removeScan(secret, scanId);
    },
    networkMode: 'always',
    onSettled: async (_, __, scanId) => {
      await refresh();
      setRemoving((before) => new Set([...before].filter((id) => id !== scanId)));
    },
  });

  const arrived = new Set(scans.filter(({ state }) => state !== 'awaited').map(({ id }) => id));
  const onTheirWay = uploads.filter(({ fileId }) => fileId === undefined || !arrived.has(fileId));
  useWindowEvent('beforeunload', (event) => {
    if (onTheirWay.some(({ failure }) => failure === undefined)) event.preventDefault();
  });

  return {
    /** Uploads that are not finished. */
    uploads: onTheirWay,
    removing,
    /** Why a scan could not be removed. */
    failure: removal.error,
    add,
    retry,
    forget: (upload: Upload<DocumentKind>) => {
      forget(upload.key);
      if (upload.fileId !== undefined) removal.mutate(upload.fileId);
    },
    remove: (scanId: string) => {
      removal.mutate(scanId);
    },
    replace: (kind: DocumentKind, scanId: string, file: File) => {
      add(kind, [file]);
      removal.mutate(scanId);
    },
  };
}
