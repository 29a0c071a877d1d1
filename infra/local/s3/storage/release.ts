import type { Store } from './store.ts';

/** Removes the bytes of a version that is gone, unless a copy still shares them. */
export function release(
  { versions, blobs }: Store,
  version: { readonly blob: string | null } | undefined,
): void {
  if (version && version.blob !== null && !versions.refersTo(version.blob)) blobs.remove(version.blob);
}
