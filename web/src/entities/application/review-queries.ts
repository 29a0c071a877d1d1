import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Ok, Row } from '../../api/contract.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { unwrap, versionOf } from '../../api/problem.ts';
import { pagedQuery } from '../../api/paged-query.ts';
import type { ApplicationSearch } from './application-search.ts';

export const applicationsPath = '/cabinet/v1/review/application';
export const applicationPath = `${applicationsPath}/{id}` as const;
export const scansPath = `${applicationPath}/attachment` as const;
export const scanPath = `${scansPath}/{attachmentId}` as const;
const decisionsPath = '/cabinet/v1/review/decision';

export type ApplicationRow = Row<typeof applicationsPath>;
export type Application = Ok<typeof applicationPath>;
export type ApplicationEvent = Application['history'][number];
export type Scan = Application['attachment'][number];
export type ScanKind = Scan['kind'];
export type Plan = NonNullable<Application['plan']>;

/** Maximum age of a cached list, in milliseconds: users open it to see what has just arrived. */
const fresh = { staleTime: 0 };

/** Undecided access applications: those waiting for the carrier first, by due date. */
export function queueQuery({ mine, state }: Pick<ApplicationSearch, 'mine' | 'state'>) {
  return {
    ...pagedQuery<ApplicationRow>(['applications', 'queue', { mine, state }], (cursor) =>
      api.GET(applicationsPath, {
        params: {
          query: omitUndefined({ mine, state: state === undefined ? undefined : [state], limit: 50, cursor }),
        },
      }),
    ),
    ...fresh,
  };
}

/** Decided access applications, the latest decision first. */
export function decidedQuery({ kind }: Pick<ApplicationSearch, 'kind'>) {
  return {
    ...pagedQuery<ApplicationRow>(['applications', 'decided', { kind }], (cursor) =>
      api.GET(decisionsPath, {
        params: {
          query: omitUndefined({ kind: kind === undefined ? undefined : [kind], limit: 50, cursor }),
        },
      }),
    ),
    ...fresh,
  };
}

/** How long after its announcement a scan may still arrive, in milliseconds. */
const maxTransferTime = 120_000;

/** Whether a scan is being uploaded or inspected; one that was announced long ago has failed to arrive. */
export function isOnItsWay({ state, createdAt }: Scan): boolean {
  return (
    state === 'inspecting' || (state === 'awaited' && Date.now() - Date.parse(createdAt) < maxTransferTime)
  );
}

/** One access application with its package and history, and the version that a change has to name. */
export function applicationQuery(id: string) {
  return queryOptions({
    queryKey: ['application', id],
    queryFn: async () => {
      const result = await api.GET(applicationPath, { params: { path: { id } } });
      return { application: unwrap(result), version: versionOf(result.response) };
    },
    // The applicant may be delivering corrections right now; what was just uploaded is inspected in seconds.
    refetchInterval: ({ state: { data } }) =>
      data?.application.attachment.some(isOnItsWay) === true ? 2000 : 30_000,
  });
}
