import * as z from 'zod';
import { attachment, awaitedShape } from '../uploads/attachment-resource.ts';
import { checkExtension, uploadRequestShape } from '../uploads/upload-request.ts';
import { presentAttachment } from '../uploads/present-attachment.ts';
import { applicantLabel, authorOf } from '../history/author.ts';
import type { Language } from '../text.ts';
import { type ApplicationRecord, scanKinds } from './application-record.ts';
import { scanLimits } from './scan-limits.ts';
import type { ScanRecord } from './scan-record.ts';

const kind = z.enum(scanKinds);

/** A file of the package: an attachment that is a scan of one of its documents. */
export const scan = z.strictObject({ ...attachment.shape, kind }).meta({ id: 'Scan' });

type Scan = z.output<typeof scan>;

/** A file of the package that is not uploaded yet, with its upload URL. */
export const awaitedScan = z.strictObject({ ...scan.shape, ...awaitedShape }).meta({ id: 'AwaitedScan' });

/** Description of a scan to upload. */
export const scanRequest = z
  .strictObject({ kind, ...uploadRequestShape(scanLimits) })
  .superRefine(checkExtension)
  .meta({ id: 'ScanRequest' });

/** A file of the package, for its applicant or for the managers. */
export function presentScan(
  record: ScanRecord,
  { id, channel }: Pick<ApplicationRecord, 'id' | 'channel'>,
  {
    language,
    ...showing
  }: { readonly path: `/${string}`; readonly removable: boolean; readonly language: Language },
): Scan {
  const isFromPaper = channel === 'paper';
  return {
    ...presentAttachment(record, {
      entityId: id,
      side: isFromPaper ? 'carrier' : 'applicant',
      author: isFromPaper
        ? authorOf({ side: 'carrier', role: 'manager' }, language)
        : applicantLabel[language],
      ...showing,
    }),
    kind: record.kind,
  };
}
