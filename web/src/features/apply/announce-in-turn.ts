import type { QueryClient } from '@tanstack/react-query';
import type { FileDescription } from '../../kit/upload/describe-file.ts';
import { announceScan, type DocumentKind, renewScan } from './application-api.ts';
import { applicationQuery } from './application-query.ts';

interface Announcement {
  /** Local id of the file, the same at every attempt. */
  readonly key: string;
  readonly kind: DocumentKind;
  readonly file: FileDescription;
  /** Id from the API at an earlier attempt. */
  readonly fileId: string | undefined;
}

interface Announced {
  readonly fileId: string;
  readonly target: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
}

/**
 * Announces scans to the API and gets their upload URLs; one after the other, since each changes the application. A scan
 * whose announcement got no answer may exist nevertheless: it is not announced twice.
 */
export function createAnnouncer(client: QueryClient, secret: string) {
  const asked = new Set<string>();
  const answered = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();

  const findLost = async ({ kind, file }: Announcement): Promise<string | undefined> => {
    const query = { ...applicationQuery(secret, false), staleTime: 0 };
    const { package: there } = await client.query(query);
    return there[kind].find(
      ({ id, state, fileName, size }) =>
        state === 'awaited' && fileName === file.fileName && size === file.size && !answered.has(id),
    )?.id;
  };
  const announce = async (announcement: Announcement): Promise<Announced> => {
    const { key, kind, file, fileId } = announcement;
    const known = fileId ?? (asked.has(key) ? await findLost(announcement) : undefined);
    asked.add(key);
    const { id, target } =
      known === undefined ? await announceScan(secret, kind, file) : await renewScan(secret, known);
    answered.add(id);
    return { fileId: id, target };
  };
  return (announcement: Announcement): Promise<Announced> => {
    const mine = last.then(
      () => announce(announcement),
      () => announce(announcement),
    );
    last = mine;
    return mine;
  };
}
