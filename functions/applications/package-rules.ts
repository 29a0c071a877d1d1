import { missingKinds, type ScanKind, scannedKindsOf } from '../../shared/application/package.ts';
import type { ScanRecord } from '../../shared/application/scan-record.ts';
import type { Problem } from '../../shared/errors.ts';
import type { Text } from '../../shared/text.ts';

/** How many files a package may have, whatever became of them. */
export const maxScans = 30;

/** Documents, as people call what they are asked for. */
const documents: Readonly<Record<ScanKind, Text>> = {
  application: { ru: 'заявления с подписью и печатью', en: 'the application, signed and stamped' },
  identityDocument: { ru: 'документа, удостоверяющего личность', en: 'an identity document' },
  powerOfAttorney: {
    ru: 'документа о полномочиях подписавшего',
    en: 'a document proving the authority of the signatory',
  },
  other: { ru: 'документа', en: 'a document' },
};

/** What a package lacks: documents that are not there, and files of which nobody knows yet what they are. */
export function packageProblems(scans: readonly ScanRecord[]): Problem[] {
  const missing = missingKinds(scannedKindsOf(scans)).map((kind) => ({
    pointer: `/package/${kind}`,
    message: {
      ru: `Приложите скан ${documents[kind].ru}`,
      en: `Attach a scan of ${documents[kind].en}`,
    },
  }));
  const undecided = scans.flatMap(({ id, kind, state }) => {
    const message = undecidedWords.get(state);
    const index = ofKind(scans, kind).findIndex((scan) => scan.id === id);
    return message === undefined ? [] : [{ pointer: `/package/${kind}/${String(index)}`, message }];
  });
  return [...missing, ...undecided];
}

/** The scans of one document, in the order of their pages: as they were added. */
export function ofKind(scans: readonly ScanRecord[], kind: ScanKind): readonly ScanRecord[] {
  return scans.filter((scan) => scan.kind === kind);
}

const undecidedWords: ReadonlyMap<ScanRecord['state'], Text> = new Map([
  [
    'awaited',
    {
      ru: 'Файл не дошёл: отправьте ещё раз или уберите',
      en: 'The file did not arrive: send it again or remove it',
    },
  ],
  [
    'inspecting',
    {
      ru: 'Файл проверяется: подождите минуту или уберите',
      en: 'The file is being inspected: wait a minute or remove it',
    },
  ],
]);
