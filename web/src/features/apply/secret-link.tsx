import { Button, Card, Code, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { IconCheck } from '../../kit/icons/check.ts';
import { IconCopy } from '../../kit/icons/copy.ts';
import { IconPrinter } from '../../kit/icons/printer.ts';
import { useTranslation } from 'react-i18next';
import { showCode } from '../../entities/application/reference-code.ts';

/** The reference code and the secret link, to copy or print. */
export function SecretLink({ id, secret }: { id: string; secret: string }) {
  const { t } = useTranslation('apply');
  const link = `${location.origin}/application#${secret}`;
  return (
    <Card withBorder component="section" p="lg">
      <Stack gap="sm">
        <Title order={2}>{t('application.keepTitle')}</Title>
        <Text size="sm">{t('application.keepText')}</Text>
        <div>
          <Text size="sm" c="dimmed">
            {t('application.code')}
          </Text>
          <Text fw={650} ff="monospace">
            {showCode(id)}
          </Text>
        </div>
        <div>
          <Text size="sm" c="dimmed">
            {t('application.link')}
          </Text>
          <Code style={{ overflowWrap: 'anywhere' }}>{link}</Code>
        </div>
        <Group gap="sm" data-print="hide">
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button
                size="xs"
                variant="default"
                leftSection={
                  copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
                }
                onClick={copy}
              >
                {copied ? t('application.copied') : t('application.copy')}
              </Button>
            )}
          </CopyButton>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPrinter size={14} aria-hidden />}
            onClick={() => {
              window.print();
            }}
          >
            {t('application.print')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t('application.linkIsSecret')}
        </Text>
      </Stack>
    </Card>
  );
}
