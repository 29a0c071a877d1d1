import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../kit/format/format.ts';
import { HistoryTimeline } from '../../kit/list/history-timeline.tsx';
import { isKnownState } from '../../entities/state/state-badge.tsx';
import { serviceHistoryQuery } from '../../entities/service/service-queries.ts';

/** History of a service: when, by which side, and why. */
export function ServiceHistory({ id }: { id: string }) {
  const { t } = useTranslation('services');
  return (
    <HistoryTimeline
      query={serviceHistoryQuery(id)}
      look={({ kind, to, at, side, reason }) => ({
        title: kind === 'status' && isKnownState(to) ? t(`state.${to}`) : t('changed'),
        when: `${formatDateTime(at)} · ${t(`side.${side}`)}`,
        reason,
      })}
    />
  );
}
