import * as configuration from './bucket-configuration-operations.ts';
import * as bucket from './bucket-operations.ts';
import { completeMultipartUpload } from './complete-multipart-upload.ts';
import { copyObject } from './copy-object.ts';
import { deleteObject, deleteObjects } from './delete-objects.ts';
import { getObject, headerOverrides } from './get-object.ts';
import { listObjectsV2, listObjectVersions } from './list-operations.ts';
import { abortMultipartUpload, createMultipartUpload, uploadPart } from './multipart-upload.ts';
import { getObjectRetention, putObjectRetention } from './object-retention.ts';
import { deleteObjectTagging, getObjectTagging, putObjectTagging } from './object-tagging.ts';
import type { Operation } from '../operation.ts';
import { putObject } from './put-object.ts';

const bodyHeaders = [
  'x-amz-checksum-*',
  'x-amz-decoded-content-length',
  'x-amz-sdk-checksum-algorithm',
  'x-amz-trailer',
];
const bypassHeaders = ['x-amz-bypass-governance-retention'];
const newObjectHeaders = [
  'x-amz-acl',
  'x-amz-meta-*',
  'x-amz-object-lock-mode',
  'x-amz-object-lock-retain-until-date',
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-server-side-encryption-bucket-key-enabled',
  'x-amz-storage-class',
  'x-amz-tagging',
];
const copyHeaders = ['x-amz-checksum-algorithm', 'x-amz-metadata-directive', 'x-amz-tagging-directive'];
const readObject = {
  parameters: ['versionId', ...headerOverrides],
  headers: ['x-amz-checksum-mode'],
  action: 'GetObject',
  versionAction: 'GetObjectVersion',
  run: getObject,
};
const pageParameters = ['encoding-type', 'max-keys', 'prefix'];
const versionParameters = ['versionId'];

/** What the parts of a bucket's configuration are called in permissions. */
const permissionParts = {
  Versioning: 'Versioning',
  NotificationConfiguration: 'Notification',
  Cors: 'CORS',
} as const;

/** The supported operations. Everything else is `NotImplemented`. */
export const supportedOperations: readonly Operation[] = [
  { name: 'ListBuckets', action: 'ListAllMyBuckets', method: 'GET', on: 'service', run: bucket.listBuckets },
  {
    name: 'CreateBucket',
    action: 'CreateBucket',
    method: 'PUT',
    on: 'bucket',
    headers: [...bodyHeaders, 'x-amz-acl', 'x-amz-bucket-object-lock-enabled'],
    run: bucket.createBucket,
  },
  { name: 'HeadBucket', action: 'ListBucket', method: 'HEAD', on: 'bucket', run: bucket.headBucket },
  { name: 'DeleteBucket', action: 'DeleteBucket', method: 'DELETE', on: 'bucket', run: bucket.deleteBucket },
  {
    name: 'GetBucketLocation',
    action: 'GetBucketLocation',
    method: 'GET',
    on: 'bucket',
    chosenBy: ['location'],
    run: bucket.getBucketLocation,
  },
  ...onBucket(
    'Versioning',
    'versioning',
    configuration.getBucketVersioning,
    configuration.putBucketVersioning,
  ),
  ...onBucket(
    'NotificationConfiguration',
    'notification',
    configuration.getBucketNotification,
    configuration.putBucketNotification,
  ),
  ...onBucket('Cors', 'cors', configuration.getBucketCors, configuration.putBucketCors),
  {
    name: 'DeleteBucketCors',
    action: 'PutBucketCORS',
    method: 'DELETE',
    on: 'bucket',
    chosenBy: ['cors'],
    run: configuration.deleteBucketCors,
  },
  {
    name: 'ListObjectsV2',
    action: 'ListBucket',
    method: 'GET',
    on: 'bucket',
    chosenBy: ['list-type'],
    parameters: [...pageParameters, 'continuation-token', 'delimiter', 'start-after'],
    run: listObjectsV2,
  },
  {
    name: 'ListObjectVersions',
    action: 'ListBucketVersions',
    method: 'GET',
    on: 'bucket',
    chosenBy: ['versions'],
    parameters: [...pageParameters, 'key-marker', 'version-id-marker'],
    run: listObjectVersions,
  },
  {
    name: 'DeleteObjects',
    method: 'POST',
    on: 'bucket',
    chosenBy: ['delete'],
    headers: [...bodyHeaders, ...bypassHeaders],
    run: deleteObjects,
  },
  { name: 'GetObject', method: 'GET', on: 'object', ...readObject },
  { name: 'HeadObject', method: 'HEAD', on: 'object', ...readObject },
  {
    name: 'PutObject',
    action: 'PutObject',
    method: 'PUT',
    on: 'object',
    headers: [...bodyHeaders, ...newObjectHeaders],
    run: putObject,
  },
  {
    name: 'CopyObject',
    action: 'PutObject',
    method: 'PUT',
    on: 'object',
    chosenBy: ['x-amz-copy-source'],
    headers: [...newObjectHeaders, ...copyHeaders],
    run: copyObject,
  },
  {
    name: 'DeleteObject',
    action: 'DeleteObject',
    versionAction: 'DeleteObjectVersion',
    method: 'DELETE',
    on: 'object',
    parameters: versionParameters,
    headers: bypassHeaders,
    run: deleteObject,
  },
  {
    name: 'GetObjectTagging',
    action: 'GetObjectTagging',
    versionAction: 'GetObjectVersionTagging',
    method: 'GET',
    on: 'object',
    chosenBy: ['tagging'],
    parameters: versionParameters,
    run: getObjectTagging,
  },
  {
    name: 'PutObjectTagging',
    action: 'PutObjectTagging',
    versionAction: 'PutObjectVersionTagging',
    method: 'PUT',
    on: 'object',
    chosenBy: ['tagging'],
    parameters: versionParameters,
    headers: bodyHeaders,
    run: putObjectTagging,
  },
  {
    name: 'DeleteObjectTagging',
    action: 'DeleteObjectTagging',
    versionAction: 'DeleteObjectVersionTagging',
    method: 'DELETE',
    on: 'object',
    chosenBy: ['tagging'],
    parameters: versionParameters,
    run: deleteObjectTagging,
  },
  {
    name: 'GetObjectRetention',
    action: 'GetObjectRetention',
    method: 'GET',
    on: 'object',
    chosenBy: ['retention'],
    parameters: versionParameters,
    run: getObjectRetention,
  },
  {
    name: 'PutObjectRetention',
    action: 'PutObjectRetention',
    method: 'PUT',
    on: 'object',
    chosenBy: ['retention'],
    parameters: versionParameters,
    headers: [...bodyHeaders, ...bypassHeaders],
    run: putObjectRetention,
  },
  {
    name: 'CreateMultipartUpload',
    action: 'PutObject',
    method: 'POST',
    on: 'object',
    chosenBy: ['uploads'],
    headers: [...newObjectHeaders, 'x-amz-checksum-algorithm', 'x-amz-checksum-type'],
    run: createMultipartUpload,
  },
  {
    name: 'UploadPart',
    action: 'PutObject',
    method: 'PUT',
    on: 'object',
    chosenBy: ['partNumber', 'uploadId'],
    headers: bodyHeaders,
    run: uploadPart,
  },
  {
    name: 'CompleteMultipartUpload',
    action: 'PutObject',
    method: 'POST',
    on: 'object',
    chosenBy: ['uploadId'],
    headers: ['x-amz-checksum-*'],
    run: completeMultipartUpload,
  },
  {
    name: 'AbortMultipartUpload',
    action: 'AbortMultipartUpload',
    method: 'DELETE',
    on: 'object',
    chosenBy: ['uploadId'],
    run: abortMultipartUpload,
  },
];

/** Operations that read and replace a part of a bucket's configuration. */
function onBucket(
  part: keyof typeof permissionParts,
  parameter: string,
  get: Operation['run'],
  put: Operation['run'],
): Operation[] {
  const chosen = { on: 'bucket', chosenBy: [parameter] } as const;
  const permission = permissionParts[part];
  return [
    { name: `GetBucket${part}`, action: `GetBucket${permission}`, method: 'GET', ...chosen, run: get },
    {
      name: `PutBucket${part}`,
      action: `PutBucket${permission}`,
      method: 'PUT',
      ...chosen,
      headers: bodyHeaders,
      run: put,
    },
  ];
}
