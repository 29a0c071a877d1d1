import { useTranslation } from 'react-i18next';
import { showCode } from '../../entities/application/reference-code.ts';
import { formatDate, formatDateTime } from '../../kit/format/format.ts';
import { DefinitionList } from '../../kit/list/definition-list.tsx';
import type { Application } from '../../entities/application/review-queries.ts';
import { useWho } from '../../entities/carrier-person/who.ts';

/** When an application came, who took it, and until when its scans and personal data are kept. */
export function Particulars({ application }: { application: Application }) {
  const { t } = useTranslation();
  const who = useWho();
  const { id, submittedAt, ageDays, dueAt, takenBy, decision, eraseAt, erasedAt } = application;
  const said = (term: string, value: string | undefined) => (value === undefined ? [] : [{ term, value }]);
  return (
    <DefinitionList
      entries={[
        { term: t('review.code'), value: showCode(id) },
        ...said(t('review.submitted'), submittedAt === undefined ? undefined : formatDateTime(submittedAt)),
        ...(decision === undefined
          ? [
              ...said(
                t('review.age'),
                ageDays === undefined ? undefined : t('review.days', { count: ageDays }),
              ),
              ...said(t('review.due'), dueAt === undefined ? undefined : formatDateTime(dueAt)),
            ]
          : [
              { term: t('review.decidedAt'), value: formatDateTime(decision.at) },
              { term: t('review.decidedBy'), value: who(decision.by) },
            ]),
        { term: t('review.takenBy'), value: takenBy === undefined ? t('review.nobody') : who(takenBy) },
        ...said(t('review.erased'), erasedAt === undefined ? undefined : formatDate(erasedAt)),
        ...said(
          t('review.eraseAt'),
          erasedAt !== undefined || eraseAt === undefined ? undefined : formatDate(eraseAt),
        ),
      ]}
    />
  );
}
