import { escapeUriPath } from '@smithy/core/protocols';
import { verifyPostPolicySignature } from '../../aws/sigv4.ts';
import type { Answer } from '../answer.ts';
import { createPermit, objectArn } from '../access/permit.ts';
import { requirementsOfWrite } from '../access/requirements.ts';
import { assertVerified, identify } from '../authentication.ts';
import { readPromisedChecksum } from '../bytes/checksum.ts';
import { malformed, openForm, type Form } from '../bytes/form.ts';
import { describeObject } from './metadata.ts';
import { quoteETag, uploadHeaders } from './object-headers.ts';
import { assertUnderstood } from '../operation.ts';
import { maxUploadBytes } from '../bytes/payload.ts';
import { enforcePostPolicy, readPostPolicy, type SizeRange } from './post-policy.ts';
import { assertKeyLength, type S3Request } from '../request.ts';
import { notImplemented, S3Error } from '../s3-error.ts';
import { readRetention } from '../storage/retention.ts';
import type { Store } from '../storage/store.ts';
import { verifyBytes } from '../bytes/verified-bytes.ts';
import type { Version } from '../storage/version-index.ts';
import { writeObject } from '../storage/write-object.ts';
import { element } from '../xml.ts';

const supportedFields = [
  'x-amz-algorithm',
  'x-amz-checksum-*',
  'x-amz-credential',
  'x-amz-date',
  'x-amz-meta-*',
  'x-amz-object-lock-mode',
  'x-amz-object-lock-retain-until-date',
  'x-amz-security-token',
  'x-amz-server-side-encryption*',
  'x-amz-signature',
  'x-amz-storage-class',
];
const unsupportedFields = ['redirect', 'success_action_redirect', 'tagging'];

/** A form upload by a browser, authorized by the policy in the form; the file goes directly to disk. */
export async function postObject(request: S3Request, store: Store): Promise<Answer> {
  const form = await openForm(request.stream);
  try {
    const sizes = await authorizeForm(form, request.bucket, store);
    return answerUpload(request, form, await storeFile(request, form, sizes, store));
  } catch (error) {
    form.discard();
    throw error;
  }
}

/** Nothing in the form is trusted before its policy's signature is verified. */
async function authorizeForm({ fields, fileName }: Form, bucket: string, store: Store): Promise<SizeRange> {
  const verification = await verifyPostPolicySignature(fields, store.access.credentials, 's3');
  const accessKeyId = assertVerified(verification, store.region, 'InvalidArgument');
  const caller = identify(store.access, accessKeyId, fields.get('x-amz-security-token'));
  const policy = readPostPolicy(fields.get('policy') ?? '');
  const key = fields.get('key');
  if (key === undefined || key === '') {
    throw new S3Error('InvalidArgument', "Bucket POST must contain a field named 'key', before the file.");
  }
  fields.set('bucket', bucket).set(
    'key',
    key.replaceAll('${filename}', () => fileName),
  );
  const sizes = enforcePostPolicy(policy, fields, store.now());
  assertUnderstood('PostObject', fields.keys(), supportedFields);
  const notOffered = unsupportedFields.find((field) => fields.has(field));
  if (notOffered !== undefined) throw notImplemented(`the form field ${notOffered}`);
  const permit = createPermit(store, caller);
  const resource = objectArn(bucket, fields.get('key') ?? '');
  const retention = readRetention(fields, store.now());
  for (const required of requirementsOfWrite(fields, resource, retention, store.now())) permit(required);
  return sizes;
}

async function storeFile(
  { bucket, origin }: S3Request,
  { fields, file }: Form,
  { minimum, maximum }: SizeRange,
  store: Store,
): Promise<Version> {
  const key = assertKeyLength(fields.get('key') ?? '');
  store.buckets.require(bucket);
  const description = describeObject(fields, store.now());
  const payload = verifyBytes(file, {
    minimum,
    maximum: Math.min(maximum, maxUploadBytes),
    md5: fields.get('content-md5'),
    checksum: readPromisedChecksum(fields),
  });
  const blob = await store.blobs.write(payload.chunks).catch((error: unknown) => {
    throw error instanceof S3Error ? error : malformed();
  });
  const { size, md5, checksum } = payload.received();
  const object = { bucket, key, blob, size, etag: md5, description: { ...description, checksum } };
  return writeObject(store, { object, reason: 'POST Object', origin });
}

function answerUpload({ bucket, headers }: S3Request, { fields }: Form, version: Version): Answer {
  const path = escapeUriPath(version.key);
  const location = `http://${headers.get('host') ?? ''}/${bucket}/${path}`;
  const described = { ...uploadHeaders(version), location };
  const status = fields.get('success_action_status');
  if (status !== '201') return { status: status === '200' ? 200 : 204, headers: described };
  const body = element('PostResponse', [
    element('Location', location),
    element('Bucket', bucket),
    element('Key', version.key),
    element('ETag', quoteETag(version.etag)),
  ]);
  return { status: 201, headers: described, body };
}
