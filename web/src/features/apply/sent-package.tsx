import { List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatFileSize } from '../../kit/format/file-size.ts';
import type { Application } from './application-api.ts';
import { documentKinds } from './package-step.tsx';

/** The submitted files by document; nothing once they have been erased. */
export function SentPackage({ application }: { application: Application }) {
  const { t } = useTranslation('apply');
  const sent = documentKinds.filter((kind) => application.package[kind].length > 0);
  if (sent.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="sm">
        {t('application.package')}
      </Title>
      <Stack gap="sm">
        {sent.map((kind) => (
          <div key={kind}>
            <Text size="sm" c="dimmed">
              {t(`document.${kind}`)}
            </Text>
            <List size="sm" listStyleType="none" style={{ overflowWrap: 'anywhere' }}>
              {application.package[kind].map(({ id, fileName, size }) => (
                <List.Item key={id}>{`${fileName}, ${formatFileSize(size)}`}</List.Item>
              ))}
            </List>
          </div>
        ))}
      </Stack>
    </section>
  );
}
