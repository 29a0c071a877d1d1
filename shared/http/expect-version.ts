import { CabinetError } from '../errors.ts';

/**
 * Checks the version that `If-Match` names, where the request has one, against the version that was read.
 *
 * @throws CabinetError `stale`
 */
export function expectVersion(ifMatch: number | undefined, version: number): void {
  if (ifMatch !== undefined && ifMatch !== version) throw new CabinetError('stale');
}
