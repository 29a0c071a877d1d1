import type { BucketConfiguration } from './bucket-configuration.ts';
import type { Retention } from './object-description.ts';
import { S3Error } from '../s3-error.ts';
import type { Version } from './version-index.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** The bucket's default retention, for an object without its own. */
export function retentionByDefault(
  { defaultRetention }: BucketConfiguration,
  now: Date,
): Retention | undefined {
  if (!defaultRetention) return undefined;
  const until = new Date(now.getTime() + defaultRetention.days * dayMs).toISOString();
  return { mode: defaultRetention.mode, until };
}

/**
 * "Locking objects with Object Lock", S3 user guide: until its date, a version in compliance mode cannot be deleted
 * by anyone, one in governance mode only with an explicit bypass.
 * @throws S3Error `AccessDenied`
 */
export function assertErasable(version: Version, now: Date, bypassesGovernance: boolean): void {
  if (isLocked(version.description.retention, now, bypassesGovernance)) throw locked();
}

/**
 * A locked version's retention can only be extended or made stricter.
 * @throws S3Error `AccessDenied`
 */
export function assertRetentionChange(
  current: Retention | undefined,
  next: Retention,
  now: Date,
  bypassesGovernance: boolean,
): void {
  const longer = current !== undefined && Date.parse(next.until) >= Date.parse(current.until);
  const asStrict = current?.mode === next.mode || next.mode === 'COMPLIANCE';
  if (isLocked(current, now, bypassesGovernance) && !(longer && asStrict)) throw locked();
}

/**
 * Parses `x-amz-object-lock-mode` and `x-amz-object-lock-retain-until-date`.
 * @throws S3Error `InvalidArgument` or `InvalidRequest`
 */
export function readRetention(headers: ReadonlyMap<string, string>, now: Date): Retention | undefined {
  const mode = headers.get('x-amz-object-lock-mode');
  const until = headers.get('x-amz-object-lock-retain-until-date');
  if (mode === undefined && until === undefined) return undefined;
  return validateRetention(mode, until, now);
}

/** @throws S3Error `InvalidArgument` for an unknown mode, an incomplete retention, or a date in the past */
export function validateRetention(mode: string | undefined, until: string | undefined, now: Date): Retention {
  if (mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE')
    throw new S3Error('InvalidArgument', 'Unknown wormMode directive.');
  const instant = Date.parse(until ?? '');
  if (Number.isNaN(instant)) {
    const message = 'x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied';
    throw new S3Error('InvalidArgument', message);
  }
  if (instant <= now.getTime()) {
    throw new S3Error('InvalidArgument', 'The retain until date must be in the future!');
  }
  return { mode, until: new Date(instant).toISOString() };
}

function isLocked(retention: Retention | undefined, now: Date, bypassesGovernance: boolean): boolean {
  if (!retention || Date.parse(retention.until) <= now.getTime()) return false;
  return retention.mode === 'COMPLIANCE' || !bypassesGovernance;
}

function locked(): S3Error {
  return new S3Error('AccessDenied', 'Access Denied because object protected by object lock.');
}
