import * as z from 'zod';
import type { Answer } from '../answer.ts';
import type { CorsRule } from '../storage/bucket-configuration.ts';
import { readDocument } from '../bytes/payload.ts';
import type { S3Request } from '../request.ts';
import { notImplemented, S3Error } from '../s3-error.ts';
import type { Store } from '../storage/store.ts';
import { container, element, readXml, repeated, type XmlElement } from '../xml.ts';

const versioningSchema = z.object({
  VersioningConfiguration: z.object({ Status: z.enum(['Enabled', 'Suspended']) }),
});
const notificationSchema = z.object({
  NotificationConfiguration: container(z.record(z.string(), z.unknown())),
});
const texts = repeated(z.string());
const corsSchema = z.object({
  CORSConfiguration: z.object({
    CORSRule: repeated(
      z.object({
        AllowedOrigin: texts,
        AllowedMethod: repeated(z.enum(['GET', 'PUT', 'POST', 'DELETE', 'HEAD'])),
        AllowedHeader: texts,
        ExposeHeader: texts,
        MaxAgeSeconds: z.coerce.number().int().optional(),
      }),
    ).refine(({ length }) => length > 0 && length <= 100),
  }),
});

export function getBucketVersioning(request: S3Request, store: Store): Answer {
  const { versioning } = store.buckets.require(request.bucket).configuration;
  return {
    status: 200,
    body: element('VersioningConfiguration', versioning === undefined ? [] : [element('Status', versioning)]),
  };
}

export async function putBucketVersioning(request: S3Request, store: Store): Promise<Answer> {
  const document = readXml(await readDocument(request), versioningSchema);
  const { name, configuration } = store.buckets.require(request.bucket);
  const versioning = document.VersioningConfiguration.Status;
  if (configuration.objectLock && versioning === 'Suspended') {
    const message =
      'An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.';
    throw new S3Error('InvalidBucketState', message);
  }
  store.buckets.save(name, { ...configuration, versioning });
  return { status: 200 };
}

export function getBucketNotification(request: S3Request, store: Store): Answer {
  const { notifiesEventBridge } = store.buckets.require(request.bucket).configuration;
  const content = notifiesEventBridge ? [element('EventBridgeConfiguration')] : [];
  return { status: 200, body: element('NotificationConfiguration', content) };
}

/** @throws S3Error `NotImplemented` for any destination but EventBridge */
export async function putBucketNotification(request: S3Request, store: Store): Promise<Answer> {
  const document = readXml(await readDocument(request), notificationSchema).NotificationConfiguration;
  const { name, configuration } = store.buckets.require(request.bucket);
  const other = Object.keys(document).find((destination) => destination !== 'EventBridgeConfiguration');
  if (other !== undefined) throw notImplemented(`notifications by ${other}`);
  store.buckets.save(name, { ...configuration, notifiesEventBridge: 'EventBridgeConfiguration' in document });
  return { status: 200 };
}

export function getBucketCors(request: S3Request, store: Store): Answer {
  const { cors } = store.buckets.require(request.bucket).configuration;
  if (cors.length === 0)
    throw new S3Error('NoSuchCORSConfiguration', 'The CORS configuration does not exist');
  return { status: 200, body: element('CORSConfiguration', cors.map(describeRule)) };
}

export async function putBucketCors(request: S3Request, store: Store): Promise<Answer> {
  const { CORSConfiguration } = readXml(await readDocument(request), corsSchema);
  const cors = CORSConfiguration.CORSRule.map((rule) => ({
    allowedOrigins: rule.AllowedOrigin,
    allowedMethods: rule.AllowedMethod,
    allowedHeaders: rule.AllowedHeader,
    exposedHeaders: rule.ExposeHeader,
    maxAgeSeconds: rule.MaxAgeSeconds,
  }));
  return saveCors(request, store, cors, 200);
}

export function deleteBucketCors(request: S3Request, store: Store): Answer {
  return saveCors(request, store, [], 204);
}

function saveCors(request: S3Request, store: Store, cors: CorsRule[], status: number): Answer {
  const { name, configuration } = store.buckets.require(request.bucket);
  store.buckets.save(name, { ...configuration, cors });
  return { status };
}

function describeRule(rule: CorsRule): XmlElement {
  const all = (name: string, values: readonly string[]): XmlElement[] =>
    values.map((value) => element(name, value));
  return element('CORSRule', [
    ...all('AllowedOrigin', rule.allowedOrigins),
    ...all('AllowedMethod', rule.allowedMethods),
    ...all('AllowedHeader', rule.allowedHeaders),
    ...all('ExposeHeader', rule.exposedHeaders),
    rule.maxAgeSeconds === undefined ? undefined : element('MaxAgeSeconds', rule.maxAgeSeconds),
  ]);
}
