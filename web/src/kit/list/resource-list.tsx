import { Box, Button, Center, Loader } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './resource-list.module.css';

/** A column of a list. On a narrow screen each row is a card, and columns are its lines. */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  /** Width as a CSS grid track. */
  readonly width: string;
  readonly align?: 'end';
}

interface ResourceListProps<Row> {
  /** Accessible name of the list. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Loads the next page; undefined on the last one. */
  readonly onMore?: (() => void) | undefined;
  readonly loadingMore?: boolean;
}

const rowHeight = { wide: 61, narrow: 168 };

/** A virtualized list: only visible rows are rendered, and the next page is loaded near the end. */
export function ResourceList<Row>({
  label,
  rows,
  columns,
  keyOf,
  onMore,
  loadingMore = false,
}: ResourceListProps<Row>) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 48em)');
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useEffect(() => {
    setTop(list.current?.offsetTop ?? 0);
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (narrow ? rowHeight.narrow : rowHeight.wide),
    overscan: 12,
    scrollMargin: top,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
  });
  const visible = virtualizer.getVirtualItems();
  const nearEnd = (visible.at(-1)?.index ?? 0) >= rows.length - 5;
  useEffect(() => {
    if (nearEnd && !loadingMore) onMore?.();
  }, [nearEnd, loadingMore, onMore]);

  const template = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') };
  return (
    <Box className={classes['frame'] ?? ''}>
      <div role="table" aria-label={label} aria-rowcount={onMore === undefined ? rows.length + 1 : -1}>
        <div role="rowgroup" className={classes['head']}>
          <div role="row" aria-rowindex={1} className={classes['titles']} style={template}>
            {columns.map(({ id, title, align }) => (
              <div key={id} role="columnheader" className={classes['title']} data-align={align}>
                {title}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" ref={list} style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {visible.map(({ index, start, key }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                role="row"
                aria-rowindex={index + 2}
                className={classes['row']}
                style={{
                  ...template,
                  transform: `translateY(${String(start - virtualizer.options.scrollMargin)}px)`,
                }}
              >
                {columns.map((column) => (
                  <div
                    key={column.id}
                    role="cell"
                    className={classes['cell']}
                    data-align={column.align}
                    data-title={column.title}
                  >
                    {column.render(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {onMore === undefined ? null : (
        <Center py="sm">
          {loadingMore ? (
            <Loader size="sm" role="status" aria-label={t('feedback.loading')} />
          ) : (
            <Button variant="subtle" size="xs" onClick={onMore}>
              {t('list.more')}
            </Button>
          )}
        </Center>
      )}
    </Box>
  );
}
