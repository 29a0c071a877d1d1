import { createAccess, type Access } from '../iam/access.ts';
import { rootOf } from '../iam/caller.ts';

/** The account of the local stack's tests. */
export const testAccount = '000000000000';

/** One access key with which everything is allowed. */
export function administratorAccess(accessKeyId = 'local', secretAccessKey = 'local'): Access {
  return createAccess({ holders: [{ key: { accessKeyId, secretAccessKey }, caller: rootOf(testAccount) }] });
}
