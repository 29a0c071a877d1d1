import { fetchAuthSession } from '@aws-amplify/auth';
import { queryOptions } from '@tanstack/react-query';

/** Subject of the signed-in user: colleagues at one computer do not see each other's drafts. */
export const draftOwnerQuery = queryOptions({
  queryKey: ['draftOwner'],
  queryFn: async () => (await fetchAuthSession()).userSub ?? '',
  // Read once per visit of the page: the form stays if the session ends meanwhile.
  staleTime: Infinity,
  gcTime: 0,
});
