import * as z from 'zod';
import { mergePatchOf } from '../../../shared/http/merge-patch.ts';
import { lifecycleStatuses } from './entity.ts';

/** A merge patch of a resource with this create input. */
export type Patch = Readonly<Record<string, unknown>>;

/** Schema of a JSON Merge Patch for what a client may create; it may also change the status. */
export function patchOf(input: z.ZodObject): z.ZodObject<Record<string, z.ZodType>> {
  return mergePatchOf(input).extend({ lifecycleStatus: z.enum(lifecycleStatuses).optional() });
}
