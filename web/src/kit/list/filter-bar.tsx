import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './filter-bar.module.css';

interface FilterBarProps {
  readonly children: ReactNode;
  /** Whether the list is narrowed at all. */
  readonly filtered: boolean;
  readonly onReset: () => void;
}

/** What a list is narrowed by, and the way back to all of it. */
export function FilterBar({ children, filtered, onReset }: FilterBarProps) {
  const { t } = useTranslation();
  return (
    <Group align="flex-end" role="search" className={classes['bar'] ?? ''} aria-label={t('list.filters')}>
      {children}
      {filtered ? (
        <Button variant="subtle" onClick={onReset}>
          {t('list.reset')}
        </Button>
      ) : null}
    </Group>
  );
}
