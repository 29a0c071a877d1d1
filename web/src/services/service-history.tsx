import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../format/format.ts';
import { HistoryTimeline } from '../list/history-timeline.tsx';
import { isKnownState } from '../states/state-badge.tsx';
import { serviceHistoryQuery } from './service-queries.ts';

/** What happened to a service: when, by which side, and why. */
export function ServiceHistory({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <HistoryTimeline
      query={serviceHistoryQuery(id)}
      look={({ kind, to, at, side, reason }) => ({
        title: kind === 'status' && isKnownState(to) ? t(`state.${to}`) : t('services.changed'),
        when: `${formatDateTime(at)} · ${t(`side.${side}`)}`,
        reason,
      })}
    />
  );
}
