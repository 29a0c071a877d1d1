import { applicationSecretHeader } from '../../../../shared/auth/applicant-secret.ts';
import type { scanLimits } from '../../../../shared/application/scan-limits.ts';
import { api } from '../../api/client.ts';
import type { Ok } from '../../api/contract.ts';
import { failureOf, unwrap } from '../../api/problem.ts';
import type { FormPatch } from '../../entities/application-form/savable-form.ts';
import type { Announcement } from '../../kit/upload/use-uploads.ts';
import { applicationIdOf } from './application-secret.ts';

/** An access application, as the holder of its secret sees it. */
export type Application = Ok<'/cabinet/v1/application/{id}'>;
export type DocumentKind = keyof Application['package'];
export type ScanType = (typeof scanLimits.types)[number];
export type Scan = Application['package'][DocumentKind][number];

const path = '/cabinet/v1/application/{id}';
const scanPath = `${path}/attachment/{attachmentId}` as const;

/** Creates the application of a secret; repeated calls return the same one. */
export async function beginApplication(secret: string): Promise<Application> {
  return unwrap(await api.POST('/cabinet/v1/application', { headers: proof(secret) }));
}

/** @throws ApiError 404 if it does not exist or no longer exists */
export async function readApplication(secret: string): Promise<Application> {
  return unwrap(await api.GET(path, await holding(secret)));
}

/** Saves the form as a draft. */
export async function saveForm(secret: string, form: FormPatch): Promise<Application> {
  const holder = await holding(secret);
  const headers = { ...holder.headers, 'content-type': 'application/merge-patch+json' };
  return unwrap(await api.PATCH(path, { ...holder, headers, body: { form } }));
}

/** Announces a scan and returns its upload URL. */
export async function announceScan(
  secret: string,
  { kind, file }: Pick<Announcement<DocumentKind, ScanType>, 'kind' | 'file'>,
) {
  return unwrap(
    await api.POST(`${path}/attachment`, { ...(await holding(secret)), body: { kind, ...file } }),
  );
}

/** Renews the upload URL of a scan that did not arrive. */
export async function renewScan(secret: string, scanId: string) {
  return unwrap(await api.POST(scanPath, await holdingScan(secret, scanId)));
}

export async function removeScan(secret: string, scanId: string): Promise<void> {
  const { error, response } = await api.DELETE(scanPath, await holdingScan(secret, scanId));
  // Already deleted.
  if (!response.ok && response.status !== 404) throw failureOf({ error, response });
}

/** Sends the application, or the corrections that were asked for. */
export async function submitApplication(secret: string): Promise<Application> {
  return unwrap(await api.POST(`${path}/submission`, await holding(secret)));
}

/** The standard application as a PDF, filled in from the form. */
export async function readFilledForm(secret: string): Promise<Blob> {
  return unwrap(await api.GET(`${path}/form`, { ...(await holding(secret)), parseAs: 'blob' }));
}

function proof(secret: string) {
  return { [applicationSecretHeader]: secret };
}

async function holding(secret: string) {
  return { headers: proof(secret), params: { path: { id: await applicationIdOf(secret) } } };
}

async function holdingScan(secret: string, scanId: string) {
  return {
    headers: proof(secret),
    params: { path: { id: await applicationIdOf(secret), attachmentId: scanId } },
  };
}
