import { api } from '../../api/client.ts';
import { failureOf, unwrap } from '../../api/problem.ts';
import type { Status } from './editor-queries.ts';
import { catalogPath, type Kind } from './kinds.ts';

/** What can be done with a resource as a whole. */
export type Step = 'activate' | 'publish' | 'retire' | 'remove';

/** Steps from a status: only drafts are deleted, active resources are retired (docs/adr/0030). */
export function stepsFrom(kind: Kind, status: Status): readonly Step[] {
  switch (status) {
    case 'inDesign':
      return ['activate', 'remove'];
    case 'active':
      return kind === 'productOffering' ? ['publish', 'retire'] : ['retire'];
    case 'retired':
      return [];
  }
}

const patches = {
  activate: { lifecycleStatus: 'active' },
  // An empty patch copies the specification and the prices as they are now (docs/adr/0003).
  publish: {},
  retire: { lifecycleStatus: 'retired' },
} as const;

/**
 * Takes a step.
 *
 * @throws ApiError
 */
export async function take(step: Step, kind: Kind, id: string, version: string | undefined): Promise<void> {
  const params = { path: { id }, header: version === undefined ? {} : { 'If-Match': version } };
  if (step !== 'remove') {
    unwrap(await api.PATCH(`${catalogPath}/${kind}/{id}`, { params, body: patches[step] }));
    return;
  }
  const result = await api.DELETE(`${catalogPath}/${kind}/{id}`, { params });
  if (!result.response.ok) throw failureOf(result);
}
