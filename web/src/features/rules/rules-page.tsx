import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '../../kit/icons/printer.ts';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../kit/format/format.ts';
import { AnchorLink } from '../../kit/navigation/links.tsx';
import { PublicPage } from '../../shell/public-page.tsx';
import { Loading } from '../../kit/feedback/loading.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import { type Rules, rulesQuery } from '../../entities/rules/rules-query.ts';
import { RulesText } from '../../entities/rules/rules-text.tsx';
import classes from './rules-page.module.css';

/** The rules of the service: those in force, or another version. */
export default function RulesPage() {
  const { version } = useSearch({ from: '/rules' });
  const {
    data: rules,
    error,
    refetch,
  } = useQuery(rulesQuery(version === undefined ? undefined : String(version)));
  return (
    <PublicPage>
      {rules !== undefined ? (
        <Contents rules={rules} />
      ) : error === null ? (
        <Loading />
      ) : (
        <ErrorState
          error={error}
          onRetry={() => {
            void refetch();
          }}
        />
      )}
    </PublicPage>
  );
}

function Contents({ rules }: { rules: Rules }) {
  const { t } = useTranslation('rules');
  const now = new Date().toISOString();
  const inForce = rules.versions.findLast(({ inForceFrom }) => Date.parse(inForceFrom) <= Date.parse(now));
  const others = rules.versions.filter(({ version }) => version !== rules.version);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <Title order={1}>{rules.title}</Title>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPrinter size={14} aria-hidden />}
          className={classes['controls'] ?? ''}
          onClick={() => {
            window.print();
          }}
        >
          {t('print')}
        </Button>
      </Group>
      {inForce === undefined || inForce.version === rules.version ? null : (
        <Alert color="yellow" title={t('notInForce')}>
          <AnchorLink to="/rules" search={{}} size="sm">
            {t('toInForce')}
          </AnchorLink>
        </Alert>
      )}
      <RulesText rules={rules} />
      {others.length === 0 ? null : (
        <Stack gap={4} className={classes['controls'] ?? ''} component="section">
          <Title order={2}>{t('others')}</Title>
          {others.map(({ version, inForceFrom }) => (
            <Text key={version} size="sm">
              <AnchorLink to="/rules" search={{ version }} size="sm">
                {t('version', { version, date: formatDate(inForceFrom) })}
              </AnchorLink>
            </Text>
          ))}
        </Stack>
      )}
    </Stack>
  );
}
