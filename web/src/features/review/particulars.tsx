import { useTranslation } from 'react-i18next';
import { showCode } from '../../entities/application/reference-code.ts';
import { formatDate, formatDateTime } from '../../kit/format/format.ts';
import { DefinitionList } from '../../kit/list/definition-list.tsx';
import type { Application } from '../../entities/application/review-queries.ts';
import { useWho } from '../../entities/carrier-person/who.ts';

/** Details of an application: submission, reviewer and retention of its scans and personal data. */
export function Particulars({ application }: { application: Application }) {
  const { t } = useTranslation('review');
  const who = useWho();
  const { id, submittedAt, ageDays, dueAt, takenBy, decision, eraseAt, erasedAt } = application;
  const said = (term: string, value: string | undefined) => (value === undefined ? [] : [{ term, value }]);
  return (
    <DefinitionList
      entries={[
        { term: t('code'), value: showCode(id) },
        ...said(t('submitted'), submittedAt === undefined ? undefined : formatDateTime(submittedAt)),
        ...(decision === undefined
          ? [
              ...said(t('age'), ageDays === undefined ? undefined : t('days', { count: ageDays })),
              ...said(t('due'), dueAt === undefined ? undefined : formatDateTime(dueAt)),
            ]
          : [
              { term: t('decidedAt'), value: formatDateTime(decision.at) },
              { term: t('decidedBy'), value: who(decision.by) },
            ]),
        { term: t('takenBy'), value: takenBy === undefined ? t('person.nobody') : who(takenBy) },
        ...said(t('erased'), erasedAt === undefined ? undefined : formatDate(erasedAt)),
        ...said(
          t('eraseAt'),
          erasedAt !== undefined || eraseAt === undefined ? undefined : formatDate(eraseAt),
        ),
      ]}
    />
  );
}
