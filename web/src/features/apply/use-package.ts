import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { scanLimits } from '../../../../shared/application/scan-limits.ts';
import { useAttachments } from '../../kit/upload/use-attachments.ts';
import type { Upload } from '../../kit/upload/use-uploads.ts';
import { createAnnouncer } from './announce-once.ts';
import {
  type Application,
  type DocumentKind,
  removeScan,
  renewScan,
  type ScanType,
} from './application-api.ts';
import { applicationKey } from './application-query.ts';

export type PackageControl = ReturnType<typeof usePackage>;

/** Uploads and removes the scans of a package. */
export function usePackage(secret: string, application: Application) {
  const client = useQueryClient();
  const [announce] = useState(() => createAnnouncer(client, secret));
  const [removing, setRemoving] = useState<ReadonlySet<string>>(new Set());
  const refresh = () => client.invalidateQueries({ queryKey: applicationKey(secret) });
  const scans = Object.values(application.package).flat();

  const { uploads, add, retry, forget } = useAttachments<DocumentKind, ScanType>(
    { announce, renew: (scanId) => renewScan(secret, scanId) },
    scanLimits,
    scans,
    refresh,
  );

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

  return {
    uploads,
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
