import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './filter-bar.module.css';

interface FilterBarProps {
  readonly children: ReactNode;
  /** Whether any filter is set. */
  readonly filtered: boolean;
  readonly onReset: () => void;
}

/** The filters of a list, with a button to reset them. */
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
