import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { StageConfig } from '../config.ts';
import { quarantinePrefix } from '../../shared/uploads/quarantine-key.ts';
import { uploadOwners } from '../../shared/upload-owners.ts';

/** Where the carrier's billing system puts documents that are still to be filed. */
const inboxPrefix = 'inbox/';

/** Prefixes of uploaded files in the bucket: their authors may remove them. */
export const uploadPrefixes = uploadOwners.flatMap(({ bucket, prefix }) =>
  bucket === 'documents' ? [prefix] : [],
);

/**
 * Requires an Object Lock for everything outside `inbox/`, `quarantine/` and the prefixes of uploads: the writer must set
 * it, in this mode and for at least this many days. A default retention of the bucket would lock those prefixes as well,
 * hence the bucket policy (docs/adr/0014).
 */
export function lockDocuments(bucket: Bucket, { mode, days }: StageConfig['documentLock']): void {
  const unlocked = [inboxPrefix, quarantinePrefix, ...uploadPrefixes].map((prefix) =>
    bucket.arnForObjects(`${prefix}*`),
  );
  const refuse = (sid: string, conditions: Record<string, Record<string, string>>) => {
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid,
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        notResources: unlocked,
        conditions,
      }),
    );
  };
  // A negated operator also matches when the key is absent, so an upload without a lock is refused too.
  refuse('FiledWithLockOnly', { StringNotEquals: { 's3:object-lock-mode': mode } });
  // The retention is counted in whole remaining days, hence one less.
  refuse('LockedLongEnough', {
    NumericLessThan: { 's3:object-lock-remaining-retention-days': String(days - 1) },
  });
}
