import { Group, Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Placeholder of a list that is loading. */
export function LoadingRows({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="status" aria-label={t('feedback.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <Group key={index} wrap="nowrap">
          <Skeleton h={40} radius="sm" />
        </Group>
      ))}
    </Stack>
  );
}
