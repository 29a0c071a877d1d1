import { Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../entities/me/me.ts';

/** The side that has to act next; "you" if it is the user's own. */
export function WaitingFor({ side }: { side: 'operator' | 'carrier' | undefined }) {
  const { t } = useTranslation('orders');
  const { data: me } = useSuspenseQuery(meQuery);
  if (side === undefined)
    return (
      <Text size="sm" c="dimmed">
        —
      </Text>
    );
  if (side === me.side)
    return (
      <Text size="sm" fw={650}>
        {t('forYou')}
      </Text>
    );
  return <Text size="sm">{t(side === 'operator' ? 'forOperator' : 'forCarrier')}</Text>;
}
