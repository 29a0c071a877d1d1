import * as z from 'zod';
import type { Scope, SystemScope } from '../auth/scope.ts';
import type { ItemKey } from '../table/table.ts';
import type { FileLimits } from './file-type.ts';
import type { UploadBucket } from './upload-bucket.ts';
import { quarantineKey } from './quarantine-key.ts';

/** An upload's record, and its object in quarantine and once it is accepted. */
export interface UploadAddress {
  readonly record: ItemKey;
  readonly bucket: UploadBucket;
  readonly quarantined: string;
  readonly accepted: string;
}

/** What the inspection and the infrastructure know about an owner, whatever its entities are. */
export interface UploadPlace {
  readonly bucket: UploadBucket;
  /** Key prefix of its objects. In the bucket `documents` it is exempt from the lock (docs/adr/0064). */
  readonly prefix: `${string}/`;
  /** The upload that an object in quarantine belongs to; undefined if it belongs to no upload of this owner. */
  readonly locate: (scope: SystemScope, objectKey: string) => UploadAddress | undefined;
}

type AddressShape = Readonly<Record<string, z.ZodType<string, string>>>;

interface Declaration<Shape extends AddressShape, Entrances> extends Pick<UploadPlace, 'bucket' | 'prefix'> {
  readonly limits: FileLimits;
  /** Address of an entity. Its parts are the segments of an object's key, in this order. */
  readonly entity: z.ZodObject<Shape>;
  /** Key of an upload's record. @throws OutsideScope */
  readonly recordKey: (scope: Scope, entity: z.output<z.ZodObject<Shape>>, fileId: string) => ItemKey;
  /** The ways to its files: for whom, at which path, and how many files there may be. */
  readonly entrances: Entrances;
}

/**
 * A kind of entity that has files. The routes, the permissions of the functions, and how the inspection and the eraser find
 * an object follow from this declaration (docs/adr/0102).
 */
export class UploadOwner<Shape extends AddressShape, const Entrances> implements UploadPlace {
  readonly bucket: UploadBucket;
  readonly prefix: `${string}/`;
  readonly limits: FileLimits;
  readonly entrances: Entrances;
  readonly #declaration: Declaration<Shape, Entrances>;

  constructor(declaration: Declaration<Shape, Entrances>) {
    this.bucket = declaration.bucket;
    this.prefix = declaration.prefix;
    this.limits = declaration.limits;
    this.entrances = declaration.entrances;
    this.#declaration = declaration;
  }

  /** Key of an accepted object. Until then it is in quarantine. */
  objectKey(entity: z.output<z.ZodObject<Shape>>, fileId: string): string {
    const segments = Object.values(this.#declaration.entity.parse(entity));
    return `${this.prefix}${[...segments, fileId].join('/')}`;
  }

  /** The record and the objects of an upload. @throws OutsideScope */
  address(scope: Scope, entity: z.output<z.ZodObject<Shape>>, fileId: string): UploadAddress {
    const accepted = this.objectKey(entity, fileId);
    return {
      record: this.#declaration.recordKey(scope, entity, fileId),
      bucket: this.bucket,
      quarantined: quarantineKey(accepted),
      accepted,
    };
  }

  readonly locate = (scope: SystemScope, objectKey: string): UploadAddress | undefined => {
    const { entity } = this.#declaration;
    const start = quarantineKey(this.prefix);
    if (!objectKey.startsWith(start)) return undefined;
    const segments = objectKey.slice(start.length).split('/');
    const fileId = segments.pop();
    const names = Object.keys(entity.shape);
    if (!ulidSchema.safeParse(fileId).success || segments.length !== names.length) return undefined;
    const parsed = entity.safeParse(Object.fromEntries(names.map((name, index) => [name, segments[index]])));
    return parsed.success && fileId !== undefined ? this.address(scope, parsed.data, fileId) : undefined;
  };
}

const ulidSchema = z.string().regex(/^[0-9A-Z]{26}$/);
