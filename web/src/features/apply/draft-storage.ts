import * as z from 'zod/mini';
import { type ApplicationFields, fieldsSchema } from '../../entities/application-form/fields.ts';
import { discardDraft, draftSecret } from './draft-secret.ts';

/** The unsent part of an application, which only this browser has. */
const savedFieldsSchema = z.object({
  savedAt: z.iso.datetime(),
  fields: fieldsSchema,
  /** It was being sent when the page was left: sending continues. */
  sending: z.optional(z.boolean()),
});

type SavedFields = z.infer<typeof savedFieldsSchema>;

/** Reads what was typed and not sent yet; undefined if there is none or it is invalid. */
export function readFields(applicationId: string): SavedFields | undefined {
  try {
    return savedFieldsSchema.parse(JSON.parse(localStorage.getItem(fieldsKey(applicationId)) ?? ''));
  } catch {
    return undefined;
  }
}

/** Saves what was typed. A browser without storage, or whose storage is full, does not prevent applying. */
export function saveFields(applicationId: string, fields: ApplicationFields, sending = false): void {
  const saved: SavedFields = { savedAt: new Date().toISOString(), fields, sending };
  try {
    localStorage.setItem(fieldsKey(applicationId), JSON.stringify(saved));
  } catch {
    // Nothing to do: the form on the screen stays.
  }
}

/** Deletes what was typed, and the stored secret if it belongs to this application. */
export function discardFields(applicationId: string, secret: string): void {
  localStorage.removeItem(fieldsKey(applicationId));
  if (draftSecret() === secret) discardDraft();
}

function fieldsKey(applicationId: string): string {
  return `cabinet-application ${applicationId}`;
}
