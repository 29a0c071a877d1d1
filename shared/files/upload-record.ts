import * as z from 'zod';

/** States of an upload: pending, in quarantine, or inspected. */
export const uploadStates = ['awaited', 'inspecting', 'accepted', 'refused'] as const;

/** Why a file was refused: its content does not match the request, is malicious, or cannot be scanned. */
export const uploadRefusals = ['otherType', 'otherSize', 'otherContent', 'malware', 'unreadable'] as const;

export type UploadRefusal = (typeof uploadRefusals)[number];

/** A file and its upload state, as part of a scan's or an attachment's record. */
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
  /** The two verdicts that release a file, once they are known: `clean`, or the reason of the refusal. */
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

/** Key prefix of uploads that are not inspected yet, in every bucket with uploads. */
export const quarantinePrefix = 'quarantine/';

/** Key of an object until it is inspected. */
export function quarantineKey(key: string): string {
  return `${quarantinePrefix}${key}`;
}
