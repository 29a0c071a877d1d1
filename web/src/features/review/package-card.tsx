import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconExternalLink } from '../../kit/icons/external-link.ts';
import { IconTrash } from '../../kit/icons/trash.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { failureOf, unwrap } from '../../api/problem.ts';
import { formatFileSize } from '../../kit/format/file-size.ts';
import { FilePicker } from '../../kit/upload/file-picker.tsx';
import { FileState } from '../../kit/upload/file-state.tsx';
import { UploadLine } from '../../kit/upload/upload-line.tsx';
import { useUploads } from '../../kit/upload/use-uploads.ts';
import { openInNewTab } from './open-in-new-tab.ts';
import {
  type Application,
  applicationPath,
  isOnItsWay,
  type Scan,
  type ScanKind,
} from '../../entities/application/review-queries.ts';

const kinds = ['application', 'identityDocument', 'powerOfAttorney', 'other'] as const satisfies ScanKind[];

/** The scans of an application by document; those of a paper application can be added and removed. */
export function PackageCard({ application }: { application: Application }) {
  const { t } = useTranslation('review');
  const queryClient = useQueryClient();
  const { id, state, channel, scan, erasedAt } = application;
  // The API says what was missing at the last step; scans may have arrived since.
  const missing = application.missingScan.filter(
    (kind) => !scan.some((one) => one.kind === kind && one.state === 'accepted'),
  );
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['application', id] });
  const { uploads, add, retry, forget } = useUploads<ScanKind>(async ({ key, kind, file }) => {
    const announced = unwrap(
      await api.POST(`${applicationPath}/scan`, {
        params: { path: { id } },
        headers: { 'idempotency-key': key },
        body: { ...file, kind },
      }),
    );
    return { fileId: announced.scan.id, target: announced.upload };
  }, refresh);
  const mayChange = channel === 'paper' && ['inReview', 'submitted', 'correctionRequested'].includes(state);
  const onTheirWay = new Set(uploads.map(({ fileId }) => fileId));
  return (
    <Stack gap="lg">
      {erasedAt === undefined ? null : (
        <Text size="sm" c="dimmed">
          {t('scansErased')}
        </Text>
      )}
      {kinds.map((kind) => {
        const scans = scan.filter((one) => one.kind === kind && !onTheirWay.has(one.id));
        const sending = uploads.filter((upload) => upload.kind === kind);
        if (scans.length === 0 && !mayChange && !missing.includes(kind)) return null;
        return (
          <Stack key={kind} gap="xs" component="section" aria-label={t(`scanKind.${kind}`)}>
            <Group gap="xs">
              <Title order={3}>{t(`scanKind.${kind}`)}</Title>
              {missing.includes(kind) ? (
                <Text size="sm" c="orange">
                  {t('scanMissing')}
                </Text>
              ) : null}
            </Group>
            {scans.map((one) => (
              <ScanLine key={one.id} applicationId={id} scan={one} mayRemove={mayChange} />
            ))}
            {sending.map((upload) => (
              <UploadLine
                key={upload.key}
                upload={upload}
                onRetry={() => {
                  retry(upload);
                }}
                onForget={() => {
                  forget(upload.key);
                }}
              />
            ))}
            {mayChange ? (
              <FilePicker
                what={t(`scanKind.${kind}`)}
                onPick={(files) => {
                  add(kind, files);
                }}
              />
            ) : null}
          </Stack>
        );
      })}
      {scan.some(({ state: scanState }) => scanState === 'accepted') ? (
        <Text size="xs" c="dimmed">
          {t('looksRecorded')}
        </Text>
      ) : null}
    </Stack>
  );
}

interface ScanLineProps {
  readonly applicationId: string;
  readonly scan: Scan;
  readonly mayRemove: boolean;
}

function ScanLine({ applicationId, scan, mayRemove }: ScanLineProps) {
  const { t } = useTranslation('review');
  const queryClient = useQueryClient();
  const params = { path: { id: applicationId, scanId: scan.id } };
  const settled = {
    onError: (error: Error) => {
      notifications.show({ color: 'red', message: error.message });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['application', applicationId] }),
  };
  const look = useMutation({
    mutationFn: () =>
      openInNewTab(async () => unwrap(await api.POST(`${applicationPath}/scan/{scanId}/link`, { params }))),
    ...settled,
  });
  const remove = useMutation({
    mutationFn: async () => {
      const result = await api.DELETE(`${applicationPath}/scan/{scanId}`, { params });
      if (!result.response.ok) throw failureOf(result);
    },
    ...settled,
  });
  return (
    <Group justify="space-between" gap="sm">
      <div style={{ minWidth: 0, flex: '1 1 200px' }}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {scan.fileName}
        </Text>
        <Group gap="xs">
          <Text size="xs" c="dimmed">
            {formatFileSize(scan.size)}
          </Text>
          <FileState state={isOnItsWay(scan) ? 'inspecting' : scan.state} refusal={scan.refusal} />
        </Group>
      </div>
      <Group gap="xs" wrap="nowrap">
        {scan.state === 'accepted' ? (
          <Button
            size="xs"
            variant="default"
            rightSection={<IconExternalLink size={14} aria-hidden />}
            loading={look.isPending}
            aria-label={t('lookAt', { name: scan.fileName })}
            onClick={() => {
              look.mutate();
            }}
          >
            {t('look')}
          </Button>
        ) : null}
        {mayRemove ? (
          <Button
            size="xs"
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={14} aria-hidden />}
            loading={remove.isPending}
            aria-label={t('removeScan', { name: scan.fileName })}
            onClick={() => {
              remove.mutate();
            }}
          >
            {t('action.remove')}
          </Button>
        ) : null}
      </Group>
    </Group>
  );
}
