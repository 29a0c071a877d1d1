import type { QueryClient } from '@tanstack/react-query';
import type { Announcement, AwaitedFile } from '../../kit/upload/use-uploads.ts';
import { announceScan, type DocumentKind, renewScan, type ScanType } from './application-api.ts';
import { applicationQuery } from './application-query.ts';

/**
 * Announces scans to the API, which takes no idempotency key from applicants: a scan whose announcement got no answer may
 * exist nevertheless, and is not announced twice.
 */
export function createAnnouncer(client: QueryClient, secret: string) {
  const asked = new Set<string>();
  const answered = new Set<string>();

  const findLost = async ({
    kind,
    file,
  }: Announcement<DocumentKind, ScanType>): Promise<string | undefined> => {
    const query = { ...applicationQuery(secret, false), staleTime: 0 };
    const { package: there } = await client.query(query);
    return there[kind].find(
      ({ id, state, fileName, size }) =>
        state === 'awaited' && fileName === file.fileName && size === file.size && !answered.has(id),
    )?.id;
  };
  return async (announcement: Announcement<DocumentKind, ScanType>): Promise<AwaitedFile> => {
    const lost = asked.has(announcement.key) ? await findLost(announcement) : undefined;
    asked.add(announcement.key);
    const awaited = await (lost === undefined ? announceScan(secret, announcement) : renewScan(secret, lost));
    answered.add(awaited.id);
    return awaited;
  };
}
