import type { RequestContext } from '../../iam/condition.ts';
import type { AccessRequest } from '../../iam/statement.ts';
import type { Operation } from '../operation.ts';
import { readSource } from '../operations/copy-source.ts';
import type { S3Request } from '../request.ts';
import { readRetention } from '../storage/retention.ts';
import type { Retention } from '../storage/object-description.ts';
import { bucketArn, objectArn } from './permit.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * What an operation takes: its own permission, and those for what its headers add to it. `DeleteObjects` takes
 * permissions for each of its objects, and checks them itself. Source: "Required permissions for Amazon S3 API
 * operations", S3 user guide.
 */
export function requirementsOf(operation: Operation, request: S3Request, now: Date): AccessRequest[] {
  const { bucket, key, headers, parameters } = request;
  if (operation.action === undefined) return [];
  const hasVersion = operation.versionAction !== undefined && parameters.has('versionId');
  const action = `s3:${hasVersion ? operation.versionAction : operation.action}`;
  const resources = { service: '*', bucket: bucketArn(bucket), object: objectArn(bucket, key) };
  const resource = resources[operation.on];
  if (action === 's3:PutObject') {
    // The parts of a multipart upload have no such headers, so that a policy that demands a lock denies them.
    const retention = readRetention(headers, now);
    return [...requirementsOfWrite(headers, resource, retention, now), ...requirementsOfSource(headers)];
  }
  const bypass = headers.get('x-amz-bypass-governance-retention')?.toLowerCase() === 'true';
  return [{ action, resource }, ...(bypass ? [{ action: 's3:BypassGovernanceRetention', resource }] : [])];
}

/** What it takes to create an object with these headers, or fields of a form. */
export function requirementsOfWrite(
  headers: ReadonlyMap<string, string>,
  resource: string,
  retention: Retention | undefined,
  now: Date,
): AccessRequest[] {
  const context = describeLock(retention, now);
  const write: AccessRequest = { action: 's3:PutObject', resource, context };
  const additional = [
    ['x-amz-object-lock-mode', 's3:PutObjectRetention'],
    ['x-amz-tagging', 's3:PutObjectTagging'],
    ['x-amz-acl', 's3:PutObjectAcl'],
  ] as const;
  const added = additional.filter(([header]) => headers.has(header));
  return [write, ...added.map(([, action]) => ({ action, resource, context }))];
}

function requirementsOfSource(headers: ReadonlyMap<string, string>): AccessRequest[] {
  const source = headers.get('x-amz-copy-source');
  if (source === undefined) return [];
  const { bucket, key, versionId } = readSource(source);
  const action = versionId === undefined ? 's3:GetObject' : 's3:GetObjectVersion';
  return [{ action, resource: objectArn(bucket, key) }];
}

/** The condition keys of a lock; none when the request sets none, whatever the bucket's default. */
function describeLock(retention: Retention | undefined, now: Date): RequestContext {
  if (!retention) return {};
  const days = Math.floor((Date.parse(retention.until) - now.getTime()) / dayMs);
  return {
    's3:object-lock-mode': retention.mode,
    's3:object-lock-remaining-retention-days': String(days),
  };
}

/**
 * Requires what it takes to learn that an object is missing: to others, S3 says that they may not read it.
 * @see "GetObject", S3 API reference, permissions
 */
export function requirementOfMissing({ bucket, headers }: S3Request): AccessRequest {
  const source = headers.get('x-amz-copy-source');
  return {
    action: 's3:ListBucket',
    resource: bucketArn(source === undefined ? bucket : readSource(source).bucket),
  };
}
