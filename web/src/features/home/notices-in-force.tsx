import { Card, CloseButton, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusHeading } from '../../kit/navigation/focus-heading.ts';
import { formatDateTime } from '../../kit/format/format.ts';
import { noticeLooks } from '../../entities/notice/notice-looks.ts';
import { type Notice, noticesQuery } from '../../entities/notice/notice-queries.ts';
import { DismissedNotices } from './dismissed-notices.ts';

/** Notices in force that the user has not dismissed; nothing if there are none or they cannot be loaded. */
export function NoticesInForce() {
  const { t } = useTranslation('home');
  const { data: notices = [] } = useQuery(noticesQuery);
  const [dismissed, setDismissed] = useState(() => DismissedNotices.read());
  const shown = notices.filter((notice) => !dismissed.has(notice));
  if (shown.length === 0) return null;
  return (
    <Stack component="section" gap="sm" aria-label={t('nav.notices')}>
      {shown.map((notice) => (
        <NoticeCard
          key={notice.id}
          notice={notice}
          onDismiss={() => {
            setDismissed(dismissed.with(notice, notices));
            // The pressed button disappears: the next Tab continues from the top of the page.
            focusHeading();
          }}
        />
      ))}
    </Stack>
  );
}

function NoticeCard({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }) {
  const { t } = useTranslation('home');
  const heading = useId();
  const { kind, title, text, validFor } = notice;
  const [color, Icon] = noticeLooks[kind];
  return (
    <Card withBorder component="article" p="md" aria-labelledby={heading}>
      <Group align="flex-start" gap="sm" wrap="nowrap">
        <ThemeIcon variant="light" color={color} aria-hidden>
          <Icon size={18} />
        </ThemeIcon>
        <div style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          <Title order={2} id={heading}>
            {title}
          </Title>
          <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
            {text}
          </Text>
          <Text size="xs" mt={4} c="dimmed">
            {t(`notice.kind.${kind}`)} · {t('noticeUntil', { until: formatDateTime(validFor.endDateTime) })}
          </Text>
        </div>
        <CloseButton aria-label={t('dismissNotice', { title })} onClick={onDismiss} />
      </Group>
    </Card>
  );
}
