import { Button, Card, Modal, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '../../../kit/icons/plus.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ItemStart, maxItems, type OrderDraft } from './draft.ts';
import { ItemPicker } from './item-picker.tsx';

/** Adds an item in a dialog, or directly on the page if the order has none yet. */
export function AddItem({ draft, onAdd }: { draft: OrderDraft; onAdd: (start: ItemStart) => void }) {
  const { t } = useTranslation('newOrder');
  const [opened, { open, close }] = useDisclosure();
  // After an item has been added, the focus moves to the item itself.
  const [picked, setPicked] = useState(false);
  const taken = draft.items.flatMap((item) => (item.action === 'add' ? [] : [item.productId]));
  if (draft.items.length === 0)
    return (
      <Card withBorder component="section" p="lg">
        <Title order={2}>{t('firstItem')}</Title>
        <Text size="sm" c="dimmed" mb="md">
          {t('firstItemText')}
        </Text>
        <ItemPicker taken={taken} onPick={onAdd} />
      </Card>
    );
  if (draft.items.length >= maxItems) return <Text size="sm">{t('noMoreItems', { count: maxItems })}</Text>;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => {
          setPicked(false);
          open();
        }}
        data-add-item
      >
        {t('addAnother')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('addAnother')}
        size="lg"
        returnFocus={!picked}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <ItemPicker
          taken={taken}
          onPick={(start) => {
            setPicked(true);
            close();
            onAdd(start);
          }}
        />
      </Modal>
    </>
  );
}
