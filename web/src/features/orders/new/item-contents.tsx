import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '../../../kit/icons/alert-triangle.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api/problem.ts';
import { offeringQuery } from '../../../entities/offering/catalog-queries.ts';
import { serviceQuery } from '../../../entities/service/service-queries.ts';
import { ErrorState } from '../../../kit/feedback/error-state.tsx';
import { LoadingRows } from '../../../kit/feedback/loading-rows.tsx';
import { CharacteristicsSection } from './characteristics-section.tsx';
import type { ItemDraft } from './draft.ts';
import { PlacesSection } from './places-section.tsx';

interface ContentsProps<Item> {
  readonly item: Item;
  readonly onChange: (item: ItemDraft) => void;
  readonly onRemove: () => void;
}

/** Fields of an item for the service that it connects, changes or disconnects. */
export function ItemContents({ item, ...rest }: ContentsProps<ItemDraft>) {
  return item.action === 'add' ? <Connection item={item} {...rest} /> : <Change item={item} {...rest} />;
}

function Connection({ item, onChange, onRemove }: ContentsProps<Extract<ItemDraft, { action: 'add' }>>) {
  const { data: offering, error, refetch } = useQuery(offeringQuery(item.offeringId));
  if (offering === undefined) return <Unread error={error} onRetry={refetch} onRemove={onRemove} />;
  return (
    <>
      <CharacteristicsSection item={item} offering={offering} service={undefined} onChange={onChange} />
      <PlacesSection item={item} offering={offering} onChange={onChange} />
    </>
  );
}

function Change({
  item,
  onChange,
  onRemove,
}: ContentsProps<Extract<ItemDraft, { action: 'modify' | 'delete' }>>) {
  const { t } = useTranslation('newOrder');
  const service = useQuery(serviceQuery(item.productId));
  const offering = useQuery({
    ...offeringQuery(service.data?.productOffering.id ?? ''),
    enabled: item.action === 'modify' && service.data !== undefined,
  });
  if (service.data === undefined)
    return <Unread error={service.error} onRetry={service.refetch} onRemove={onRemove} />;
  if (item.action === 'delete') return <Text size="sm">{t('disconnectText')}</Text>;
  if (offering.data === undefined)
    return <Unread error={offering.error} onRetry={offering.refetch} onRemove={onRemove} />;
  return (
    <CharacteristicsSection item={item} offering={offering.data} service={service.data} onChange={onChange} />
  );
}

interface UnreadProps {
  readonly error: Error | null;
  readonly onRetry: () => Promise<unknown>;
  readonly onRemove: () => void;
}

/** The item's service or offering is loading, no longer exists or could not be loaded. */
function Unread({ error, onRetry, onRemove }: UnreadProps) {
  const { t } = useTranslation('newOrder');
  if (error === null) return <LoadingRows rows={3} />;
  if (error instanceof ApiError && error.status === 404)
    return (
      <Alert color="red" variant="light" icon={<IconAlertTriangle />} role="alert">
        <Stack gap="sm" align="flex-start">
          {t('itemGone')}
          <Button size="xs" variant="default" onClick={onRemove}>
            {t('action.remove')}
          </Button>
        </Stack>
      </Alert>
    );
  return (
    <ErrorState
      error={error}
      onRetry={() => {
        void onRetry();
      }}
    />
  );
}
