import { missingKinds, type ScanKind, scannedKindsOf } from '../../shared/application/package.ts';
import type { ScanRecord } from '../../shared/application/scan-record.ts';
import type { Problem } from '../../shared/errors.ts';
import type { Text } from '../../shared/text.ts';

/** Names of the documents in messages. */
const documents: Readonly<Record<ScanKind, Text>> = {
  application: { ru: 'заявления с подписью и печатью', en: 'the application, signed and stamped' },
  identityDocument: { ru: 'документа, удостоверяющего личность', en: 'an identity document' },
  powerOfAttorney: {
    ru: 'документа о полномочиях подписавшего',
    en: 'a document proving the authority of the signatory',
  },
  other: { ru: 'документа', en: 'a document' },
};

/** What a package lacks: missing documents, and files that are not uploaded or inspected yet. */
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

/** The scans of one document, in page order: as they were added. */
export function ofKind(scans: readonly ScanRecord[], kind: ScanKind): readonly ScanRecord[] {
  return scans.filter((scan) => scan.kind === kind);
}

const undecidedWords: ReadonlyMap<ScanRecord['state'], Text> = new Map([
  [
    'awaited',
    {
      ru: 'Файл не загружен: отправьте ещё раз или удалите',
      en: 'The file was not uploaded: send it again or remove it',
    },
  ],
  [
    'inspecting',
    {
      ru: 'Файл проверяется: подождите минуту или удалите',
      en: 'The file is being inspected: wait a minute or remove it',
    },
  ],
]);
