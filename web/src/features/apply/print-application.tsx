import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '../../kit/icons/download.ts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readFilledForm } from './application-api.ts';
import { saveFile } from './save-file.ts';

interface PrintApplicationProps {
  readonly secret: string;
  /** Saves the form, which is printed from the saved version. */
  readonly onPrint: () => Promise<void>;
}

/** The filled-in standard application, to print, sign and stamp. */
export function PrintApplication({ secret, onPrint }: PrintApplicationProps) {
  const { t } = useTranslation('apply');
  const download = useMutation({
    mutationFn: async () => {
      await onPrint();
      saveFile(await readFilledForm(secret), t('formFile'));
    },
    networkMode: 'always',
  });
  return (
    <Card withBorder component="section" p="md">
      <Stack gap="sm">
        <div>
          <Title order={3}>{t('printTitle')}</Title>
          <Text size="sm" c="dimmed">
            {t('printText')}
          </Text>
        </div>
        {download.isError ? (
          <Alert color="red" role="alert">
            {download.error.message}
          </Alert>
        ) : null}
        <Group>
          <Button
            variant="light"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={download.isPending}
            onClick={() => {
              download.mutate();
            }}
          >
            {t('print')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
