import * as z from 'zod';
import { objectArn, type Permit } from '../access/permit.ts';
import type { Answer } from '../answer.ts';
import { versionHeader } from './object-headers.ts';
import { eraseObject, type Erased } from '../storage/erase-object.ts';
import { readDocument } from '../bytes/payload.ts';
import { readWritePrecondition } from '../storage/precondition.ts';
import type { S3Request } from '../request.ts';
import { S3Error } from '../s3-error.ts';
import type { Store } from '../storage/store.ts';
import { element, readXml, repeated, type XmlElement } from '../xml.ts';

const maxObjects = 1000;

const objectSchema = z.object({
  Key: z.string().min(1),
  VersionId: z.string().optional(),
  ETag: z.string().optional(),
});
const documentSchema = z.object({
  Delete: z.object({
    Object: repeated(objectSchema).refine(({ length }) => length > 0 && length <= maxObjects),
    Quiet: z.stringbool().default(false),
  }),
});

/** Deletes an object or one version of it; a missing one counts as deleted. */
export function deleteObject(request: S3Request, store: Store): Answer {
  const { bucket, key, parameters, headers, origin } = request;
  const erased = eraseObject(store, {
    bucket: store.buckets.require(bucket),
    key,
    versionId: parameters.get('versionId'),
    precondition: readWritePrecondition(headers),
    bypassesGovernance: bypassesGovernance(headers),
    origin,
  });
  const marker: Record<string, string> = erased.deleteMarker ? { 'x-amz-delete-marker': 'true' } : {};
  return { status: 204, headers: { ...versionHeader(erased.versionId), ...marker } };
}

/** Deletes up to a thousand objects, each of which the caller must be allowed to delete, and reports the result of each. */
export async function deleteObjects(request: S3Request, store: Store, permit: Permit): Promise<Answer> {
  const { origin, headers } = request;
  const { Object: objects, Quiet: quiet } = readXml(await readDocument(request), documentSchema).Delete;
  const bucket = store.buckets.require(request.bucket);
  const results = objects.map(({ Key: key, VersionId: versionId, ETag: ifMatch }) => {
    const erasure = { bucket, key, versionId, precondition: { ifMatch }, origin };
    try {
      permitDeletion(permit, objectArn(request.bucket, key), versionId, headers);
      const erased = eraseObject(store, { ...erasure, bypassesGovernance: bypassesGovernance(headers) });
      return quiet ? undefined : describeDeleted(key, versionId, erased);
    } catch (error) {
      if (error instanceof S3Error) return describeError(key, versionId, error);
      throw error;
    }
  });
  return { status: 200, body: element('DeleteResult', results) };
}

function permitDeletion(
  permit: Permit,
  resource: string,
  versionId: string | undefined,
  headers: ReadonlyMap<string, string>,
): void {
  permit({ action: versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion', resource });
  if (bypassesGovernance(headers)) permit({ action: 's3:BypassGovernanceRetention', resource });
}

export function bypassesGovernance(headers: ReadonlyMap<string, string>): boolean {
  return headers.get('x-amz-bypass-governance-retention')?.toLowerCase() === 'true';
}

function describeDeleted(key: string, versionId: string | undefined, erased: Erased): XmlElement {
  const { deleteMarker, versionId: marker } = erased;
  return element('Deleted', [
    element('Key', key),
    versionId === undefined ? undefined : element('VersionId', versionId),
    deleteMarker ? element('DeleteMarker', true) : undefined,
    deleteMarker && marker !== undefined ? element('DeleteMarkerVersionId', marker) : undefined,
  ]);
}

function describeError(key: string, versionId: string | undefined, error: S3Error): XmlElement {
  return element('Error', [
    element('Key', key),
    versionId === undefined ? undefined : element('VersionId', versionId),
    element('Code', error.code),
    element('Message', error.message),
  ]);
}
