import { ActionIcon, Button, Kbd } from '@mantine/core';
import { useHotkeys, useOs } from '@mantine/hooks';
import { IconSearch } from '../../kit/icons/search.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart, withTexts } from '../../kit/lazy/lazy.ts';
import { Part } from '../../kit/lazy/part.tsx';

const load = () => withTexts(['search'], import('./search-box.tsx'));
const SearchBox = lazyPart(load);

/** Opens the search box, as Ctrl or ⌘ with K does; the box is only loaded then. */
export function SearchButton() {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  const apple = ['macos', 'ios'].includes(useOs());
  const open = () => {
    // The first time, it opens once it is loaded.
    setWanted(true);
    if (!wanted) return;
    load().then(
      ({ openSearch }) => {
        openSearch();
      },
      // The box below reports the failure.
      () => undefined,
    );
  };
  useHotkeys([['mod+K', open]], []);
  return (
    <>
      <Button
        variant="default"
        c="dimmed"
        fw={400}
        visibleFrom="sm"
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          <Kbd size="xs" aria-hidden>
            {`${apple ? '⌘' : 'Ctrl'} K`}
          </Kbd>
        }
        aria-keyshortcuts={apple ? 'Meta+K' : 'Control+K'}
        onClick={open}
      >
        {t('nav.search')}
      </Button>
      <ActionIcon
        variant="default"
        size="lg"
        radius="xl"
        hiddenFrom="sm"
        aria-label={t('nav.search')}
        onClick={open}
      >
        <IconSearch size={18} aria-hidden />
      </ActionIcon>
      {wanted ? (
        <Part>
          <SearchBox />
        </Part>
      ) : null}
    </>
  );
}
