import * as z from 'zod';

/** Where an uploaded file stands: not there yet, in quarantine, or judged. */
export const uploadStates = ['awaited', 'inspecting', 'accepted', 'refused'] as const;

/** Why a file was refused: what its bytes are not, what was found in them, or that nobody can look into them. */
export const uploadRefusals = ['otherType', 'otherSize', 'otherContent', 'malware', 'unreadable'] as const;

export type UploadRefusal = (typeof uploadRefusals)[number];

/** A file and how far it got, as part of whatever record it belongs to. */
export const uploadRecordShape = {
  schemaVersion: z.literal(1),
  version: z.int(),
  id: z.string(),
  fileName: z.string(),
  mimeType: z.string(),
  /** Bytes. */
  size: z.int(),
  /** SHA-256 of the bytes, base64. */
  sha256: z.string(),
  state: z.enum(uploadStates),
  refusal: z.enum(uploadRefusals).optional(),
  /** The two verdicts that a file is released by, each as soon as it is in; `clean`, or what to refuse it for. */
  verdicts: z
    .object({
      content: z.enum(['clean', ...uploadRefusals]).optional(),
      malware: z.enum(['clean', ...uploadRefusals]).optional(),
    })
    .optional(),
  createdAt: z.string(),
  inspectedAt: z.string().optional(),
};

export const uploadRecordSchema = z.object(uploadRecordShape);

export type UploadRecord = z.infer<typeof uploadRecordSchema>;

/** Where uploads wait until they were inspected, in every bucket that takes any. */
export const quarantinePrefix = 'quarantine/';

/** Key that an object has until it was inspected. */
export function quarantineKey(key: string): string {
  return `${quarantinePrefix}${key}`;
}
