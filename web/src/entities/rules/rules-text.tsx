import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../kit/format/format.ts';
import type { Rules } from './rules-query.ts';

/** A version of the rules with its clauses. */
export function RulesText({ rules: { version, inForceFrom, clause } }: { rules: Rules }) {
  const { t } = useTranslation('rules');
  return (
    <>
      <Text c="dimmed">{t('version', { version, date: formatDate(inForceFrom) })}</Text>
      <List type="ordered" spacing="sm" maw={760} withPadding>
        {clause.map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </>
  );
}
