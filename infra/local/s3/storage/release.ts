import type { Store } from './store.ts';

/** Deletes the blob of a removed version, unless a copy still shares it. */
export function release(
  { versions, blobs }: Store,
  version: { readonly blob: string | null } | undefined,
): void {
  if (version && version.blob !== null && !versions.refersTo(version.blob)) blobs.remove(version.blob);
}
