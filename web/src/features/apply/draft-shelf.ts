import * as z from 'zod/mini';
import { type ApplicationFields, fieldsSchema } from '../../entities/application-form/fields.ts';
import { discardDraft, draftSecret } from './draft-secret.ts';

/** What of an application is kept in this browser alone, until it is sent. */
const keptSchema = z.object({
  savedAt: z.iso.datetime(),
  fields: fieldsSchema,
  /** It was being sent when the page had to go: goes on with that. */
  sending: z.optional(z.boolean()),
});

type Kept = z.infer<typeof keptSchema>;

/** What was typed and not sent yet; nothing where there is none, or what is there is none of ours. */
export function readKept(applicationId: string): Kept | undefined {
  try {
    return keptSchema.parse(JSON.parse(localStorage.getItem(fieldsKey(applicationId)) ?? ''));
  } catch {
    return undefined;
  }
}

/** Keeps what was typed. A browser that keeps nothing, or has no room left, does not stop anybody. */
export function keep(applicationId: string, fields: ApplicationFields, sending = false): void {
  const kept: Kept = { savedAt: new Date().toISOString(), fields, sending };
  try {
    localStorage.setItem(fieldsKey(applicationId), JSON.stringify(kept));
  } catch {
    // Nothing to do: what is on the screen stays there.
  }
}

/** Forgets what was typed, and the secret where it is that of this application. */
export function forget(applicationId: string, secret: string): void {
  localStorage.removeItem(fieldsKey(applicationId));
  if (draftSecret() === secret) discardDraft();
}

function fieldsKey(applicationId: string): string {
  return `cabinet-application ${applicationId}`;
}
