import { S3Error } from '../s3-error.ts';

/** Reads `x-amz-copy-source`: `[/]<bucket>/<key>[?versionId=<id>]`, percent-encoded. @throws S3Error `InvalidArgument` */
export function readSource(source: string): { bucket: string; key: string; versionId: string | undefined } {
  const match = /^\/?([^/?]+)\/([^?]+)(?:\?versionId=([^&]+))?$/.exec(source);
  if (!match)
    throw new S3Error('InvalidArgument', 'Copy Source must mention the source bucket and key: /bucket/key');
  const [, bucket = '', key = '', versionId] = match;
  try {
    return { bucket, key: decodeURIComponent(key), versionId };
  } catch {
    throw new S3Error('InvalidArgument', 'Invalid copy source encoding.');
  }
}
