import * as z from 'zod';
import type { Answer } from '../answer.ts';
import { versionHeader } from './object-headers.ts';
import type { Tags } from '../storage/object-description.ts';
import { readDocument } from '../bytes/payload.ts';
import type { S3Request } from '../request.ts';
import { requireObject } from './require-object.ts';
import type { Store } from '../storage/store.ts';
import { validateTags } from './tags.ts';
import { container, element, readXml, repeated } from '../xml.ts';

const tagSchema = z
  .object({ Key: z.string(), Value: z.string() })
  .transform(({ Key: key, Value: value }) => ({ key, value }));
const documentSchema = z.object({
  Tagging: z.object({ TagSet: container(z.object({ Tag: repeated(tagSchema) })) }),
});

export function getObjectTagging(request: S3Request, store: Store): Answer {
  const object = findObject(request, store);
  const tags = object.description.tags.map(({ key, value }) =>
    element('Tag', [element('Key', key), element('Value', value)]),
  );
  return {
    status: 200,
    headers: versionHeader(object.versionId),
    body: element('Tagging', [element('TagSet', tags)]),
  };
}

export async function putObjectTagging(request: S3Request, store: Store): Promise<Answer> {
  const document = readXml(await readDocument(request), documentSchema);
  return { status: 200, headers: saveTags(request, store, validateTags(document.Tagging.TagSet.Tag)) };
}

export function deleteObjectTagging(request: S3Request, store: Store): Answer {
  return { status: 204, headers: saveTags(request, store, []) };
}

function saveTags(request: S3Request, store: Store, tags: Tags): Record<string, string> {
  const object = findObject(request, store);
  store.versions.describe(object, { ...object.description, tags });
  return versionHeader(object.versionId);
}

function findObject({ bucket, key, parameters }: S3Request, store: Store) {
  return requireObject(store, store.buckets.require(bucket).name, key, parameters.get('versionId'));
}
