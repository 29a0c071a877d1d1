import { api } from '../../api/client.ts';
import { unwrap, versionOf } from '../../api/problem.ts';
import { applicationPath } from '../../entities/application/review-queries.ts';

/** The application of a step, and its expected version. */
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

/** Requests corrections from the applicant. @throws ApiError */
export async function requestCorrection(seen: Seen, text: string) {
  return unwrap(await api.POST(`${applicationPath}/correction`, { ...about(seen), body: { text } }));
}

/** Refuses an application. @throws ApiError */
export async function refuse(seen: Seen, reason: string) {
  return unwrap(await api.POST(`${applicationPath}/refusal`, { ...about(seen), body: { reason } }));
}

interface Approval {
  readonly operatorId?: string;
  readonly billingAccountId?: string;
  /** The form's number if omitted; null for none. */
  readonly agreementId?: string | null;
}

/** Approves an application; an interrupted approval continues. @throws ApiError */
export async function approve(seen: Seen, approval: Approval) {
  return unwrap(await api.POST(`${applicationPath}/approval`, { ...about(seen), body: approval }));
}

/** Sets or clears ticks of the checklist. @throws ApiError */
export async function tick(seen: Seen, checkList: Readonly<Record<string, boolean>>) {
  const result = await api.PATCH(applicationPath, { ...about(seen), body: { checkList } });
  return { application: unwrap(result), version: versionOf(result.response) };
}
