import { api } from '../../api/client.ts';
import type { Row } from '../../api/contract.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { pagedQuery } from '../../api/paged-query.ts';

const path = '/cabinet/v1/activity';

export type Activity = Row<typeof path>;

/** The activity log, newest first. */
export const activityQuery = {
  ...pagedQuery<Activity>(['activity'], (cursor) =>
    api.GET(path, { params: { query: omitUndefined({ limit: 50, cursor }) } }),
  ),
  staleTime: 0,
};
