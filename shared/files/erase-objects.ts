import { DeleteObjectsCommand, type S3Client } from '@aws-sdk/client-s3';

/** Erases objects of a bucket; missing ones are ignored. */
export async function eraseObjects(client: S3Client, bucket: string, keys: readonly string[]): Promise<void> {
  const { Errors = [] } = await client.send(
    new DeleteObjectsCommand({
      Bucket: bucket,
      Delete: { Objects: keys.map((Key) => ({ Key })), Quiet: true },
    }),
  );
  const [refused] = Errors;
  if (refused !== undefined) throw new NotErased(refused.Code);
}

/** S3 did not delete an object. Its message is left out, since it quotes the key. */
class NotErased extends Error {
  constructor(code: string | undefined) {
    super('An object was not erased');
    this.name = code ?? 'NotErased';
  }
}
