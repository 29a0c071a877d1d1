import * as z from 'zod';

/** States of an upload: pending, in quarantine, or inspected. */
export const uploadStates = ['awaited', 'inspecting', 'accepted', 'refused'] as const;

/**
 * Why a file was refused: its content does not match the request, it is incomplete, it is not safe to open (macros, a
 * password, content that expands too much), it is malicious, or cannot be scanned.
 */
export const uploadRefusals = [
  'otherType',
  'otherSize',
  'otherContent',
  'damaged',
  'unsafe',
  'malware',
  'unreadable',
] as const;

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

const uploadRecordSchema = z.object(uploadRecordShape);

export type UploadRecord = z.infer<typeof uploadRecordSchema>;

/** Description of a file that is going to be uploaded. */
export type AnnouncedFile = Pick<UploadRecord, 'fileName' | 'mimeType' | 'size' | 'sha256'>;

/** The record of a file whose upload is pending; its owner may add attributes. */
export function awaitedUpload(
  { fileName, mimeType, size, sha256 }: AnnouncedFile,
  { id, now }: { readonly id: string; readonly now: Date },
): UploadRecord {
  return {
    schemaVersion: 1,
    version: 1,
    id,
    fileName,
    mimeType,
    size,
    sha256,
    state: 'awaited',
    createdAt: now.toISOString(),
  };
}
