import { queryOptions } from '@tanstack/react-query';
import { ApiError } from '../../api/problem.ts';
import { type Application, beginApplication, readApplication } from './application-api.ts';

/** Polling intervals while files are being inspected, in milliseconds. */
const minPause = 1_000;
const maxPause = 20_000;
/** After this time without a change, polling stops until the page is opened again. */
const maxPollingTime = 10 * 60_000;

export function applicationKey(secret: string) {
  return ['application', secret] as const;
}

/**
 * The application of a secret. Polled while one of its files is being inspected, less often the longer nothing changes.
 *
 * @param begins whether to create the application if there is none
 */
export function applicationQuery(secret: string, begins: boolean) {
  return queryOptions({
    queryKey: applicationKey(secret),
    queryFn: ({ client, queryKey }) =>
      begins && client.getQueryData(queryKey) === undefined
        ? beginApplication(secret)
        : readApplication(secret),
    refetchInterval: ({ state: { data } }) => (data === undefined ? false : pauseOf(data)),
    retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status < 500),
  });
}

const unchangedSince = new WeakMap<Application, number>();

function pauseOf(application: Application): number | false {
  const scans = Object.values(application.package).flat();
  if (!scans.some(({ state }) => state === 'awaited' || state === 'inspecting')) return false;
  const since = unchangedSince.get(application) ?? Date.now();
  unchangedSince.set(application, since);
  const waited = Date.now() - since;
  return waited > maxPollingTime ? false : Math.min(maxPause, Math.max(minPause, waited / 2));
}
