import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconExternalLink } from '../../kit/icons/external-link.ts';
import { IconTrash } from '../../kit/icons/trash.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { failureOf, unwrap } from '../../api/problem.ts';
import { scanLimits } from '../../../../shared/application/scan-limits.ts';
import { AttachmentArea } from '../../kit/upload/attachment-area.tsx';
import { FileLine } from '../../kit/upload/file-line.tsx';
import { useAttachments } from '../../kit/upload/use-attachments.ts';
import { openInNewTab } from './open-in-new-tab.ts';
import {
  type Application,
  isOnItsWay,
  scanPath,
  scansPath,
  type Scan,
  type ScanKind,
} from '../../entities/application/review-queries.ts';

const kinds = ['application', 'identityDocument', 'powerOfAttorney', 'other'] as const satisfies ScanKind[];

/** The scans of an application by document; those of a paper application can be added and removed. */
export function PackageCard({ application }: { application: Application }) {
  const { t } = useTranslation('review');
  const queryClient = useQueryClient();
  const { id, state, channel, attachment, erasedAt } = application;
  // The API says what was missing at the last step; scans may have arrived since.
  const missing = application.missingScan.filter(
    (kind) => !attachment.some((one) => one.kind === kind && one.state === 'accepted'),
  );
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['application', id] });
  const { uploads, add, retry, forget } = useAttachments<ScanKind, (typeof scanLimits.types)[number]>(
    {
      announce: async ({ key, kind, file }) =>
        unwrap(
          await api.POST(scansPath, {
            params: { path: { id } },
            headers: { 'idempotency-key': key },
            body: { ...file, kind },
          }),
        ),
      renew: async (attachmentId) =>
        unwrap(await api.POST(scanPath, { params: { path: { id, attachmentId } } })),
    },
    scanLimits,
    attachment,
    refresh,
  );
  const mayChange = channel === 'paper' && ['inReview', 'submitted', 'correctionRequested'].includes(state);
  return (
    <Stack gap="lg">
      {erasedAt === undefined ? null : (
        <Text size="sm" c="dimmed">
          {t('scansErased')}
        </Text>
      )}
      {kinds.map((kind) => {
        const scans = attachment.filter((scan) => scan.kind === kind);
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
            <AttachmentArea
              what={t(`scanKind.${kind}`)}
              limits={scanLimits}
              files={scans}
              uploads={sending}
              line={(scan) => <ScanLine applicationId={id} scan={scan} />}
              onRetry={retry}
              onForget={({ key }) => {
                forget(key);
              }}
              onPick={
                mayChange
                  ? (files) => {
                      add(kind, files);
                    }
                  : undefined
              }
            />
          </Stack>
        );
      })}
      {attachment.some(({ state: scanState }) => scanState === 'accepted') ? (
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
}

function ScanLine({ applicationId, scan }: ScanLineProps) {
  const { t } = useTranslation('review');
  const queryClient = useQueryClient();
  const params = { path: { id: applicationId, attachmentId: scan.id } };
  const settled = {
    onError: (error: Error) => {
      notifications.show({ color: 'red', message: error.message });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['application', applicationId] }),
  };
  const look = useMutation({
    mutationFn: () => openInNewTab(async () => unwrap(await api.GET(scanPath, { params }))),
    ...settled,
  });
  const remove = useMutation({
    mutationFn: async () => {
      const result = await api.DELETE(scanPath, { params });
      if (!result.response.ok) throw failureOf(result);
    },
    ...settled,
  });
  return (
    <FileLine file={isOnItsWay(scan) ? { ...scan, state: 'inspecting' } : scan}>
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
      {scan.removable ? (
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
    </FileLine>
  );
}
