import { api } from '../../api/client.ts';
import { unwrap, versionOf } from '../../api/problem.ts';
import { applicationPath } from '../../entities/application/review-queries.ts';

/** Which application a step is about, and the version that its reader saw. */
export interface Seen {
  readonly id: string;
  readonly version: string | undefined;
}

function about({ id, version }: Seen) {
  return { params: { path: { id }, header: version === undefined ? {} : { 'If-Match': version } } };
}

/** Takes an application, also over from a colleague. @throws ApiError */
export async function take(seen: Seen) {
  return unwrap(await api.POST(`${applicationPath}/assignment`, about(seen)));
}

/** Gives an application back to the applicant. @throws ApiError */
export async function requestCorrection(seen: Seen, text: string) {
  return unwrap(await api.POST(`${applicationPath}/correction`, { ...about(seen), body: { text } }));
}

/** Refuses an application for good. @throws ApiError */
export async function refuse(seen: Seen, reason: string) {
  return unwrap(await api.POST(`${applicationPath}/refusal`, { ...about(seen), body: { reason } }));
}

interface Approval {
  readonly operatorId?: string;
  readonly billingAccountId?: string;
  /** The one of the form unless named; null where there is none. */
  readonly agreementId?: string | null;
}

/** Approves an application; one whose approval was interrupted goes on. @throws ApiError */
export async function approve(seen: Seen, approval: Approval) {
  return unwrap(await api.POST(`${applicationPath}/approval`, { ...about(seen), body: approval }));
}

/** Ticks points of the check list, or takes ticks away. @throws ApiError */
export async function tick(seen: Seen, checkList: Readonly<Record<string, boolean>>) {
  const result = await api.PATCH(applicationPath, { ...about(seen), body: { checkList } });
  return { application: unwrap(result), version: versionOf(result.response) };
}
