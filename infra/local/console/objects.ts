import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { html, link, page, table, type Html } from './html.ts';
import type { Sources } from './sources.ts';

const objectsPerPage = 100;

/**
 * Objects of a bucket, with download links that are valid for five minutes; undefined when there is no such bucket.
 */
export async function showObjects(
  { files, address }: Sources,
  name: string,
  token: string | null,
): Promise<Html | undefined> {
  if (!Object.values(address.buckets).includes(name)) return undefined;
  const { Contents = [], NextContinuationToken } = await files.send(
    new ListObjectsV2Command({
      Bucket: name,
      MaxKeys: objectsPerPage,
      ContinuationToken: token ?? undefined,
    }),
  );
  const rows = Contents.map(async ({ Key = '', Size = 0, LastModified }) => {
    const object = { Bucket: name, Key };
    const [url, { ServerSideEncryption, SSEKMSKeyId }] = await Promise.all([
      getSignedUrl(files, new GetObjectCommand(object), { expiresIn: 300 }),
      files.send(new HeadObjectCommand(object)),
    ]);
    const encryption = [ServerSideEncryption, SSEKMSKeyId].join(' ');
    return [link(url, Key), Size, LastModified?.toISOString(), encryption];
  });
  return page(
    name,
    html`${table(['Key', 'Bytes', 'Changed', 'Encryption'], await Promise.all(rows))}
      <p>
        ${
          NextContinuationToken === undefined
            ? undefined
            : link(`?start=${encodeURIComponent(NextContinuationToken)}`, 'More')
        }
      </p>`,
  );
}
