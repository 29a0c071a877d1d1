import { useTranslation } from 'react-i18next';
import { operatorRoles } from '../../../../shared/auth/roles.ts';
import { isKnownState } from '../../entities/state/state-badge.tsx';
import type { Activity } from './activity-query.ts';

/** Formats an activity: who acted, and how its subject changed. */
export function useActivityWords() {
  const { t } = useTranslation();
  return {
    who: ({ author, side, role }: Activity) =>
      author ?? (side === 'carrier' ? t('side.carrier') : t(`role.${role}`)),
    detail: ({ subject, detail }: Activity) => {
      if (detail === undefined || subject.type === 'machineAccount') return '';
      if (isKnownState(detail)) return t(`state.${detail}`);
      if (subject.type !== 'person') return detail;
      return detail
        .split(', ')
        .flatMap((said) => operatorRoles.filter((role) => role === said))
        .map((role) => t(`role.${role}`))
        .join(', ');
    },
  };
}
