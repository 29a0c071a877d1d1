import { Container, getDefaultZIndex, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../entities/me/me.ts';
import { accessBlockBarrier, type RemovableAccessBlock } from '../../session/access-block.ts';
import { AccessBlock } from './access-block-contents.tsx';
import { SignOutButton } from './sign-out-button.tsx';

/** Covers the page, whose state is preserved. It can only be closed by resolving the access block. */
export default function AccessBlockDialog({
  accessBlock,
}: {
  accessBlock: RemovableAccessBlock | undefined;
}) {
  const { t } = useTranslation('accessBlock');
  const client = useQueryClient();
  return (
    <Modal
      opened={accessBlock !== undefined}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      fullScreen
      // Above all other overlays, such as the search.
      zIndex={getDefaultZIndex('max') + 1}
      title={accessBlock === undefined ? '' : t(`${accessBlock}.over`)}
    >
      {accessBlock === undefined ? null : (
        <Container size="md" py="lg">
          <AccessBlock
            accessBlock={accessBlock}
            onRemoved={() => {
              accessBlockBarrier.lift();
              void client.invalidateQueries({ queryKey: meQuery.queryKey });
            }}
            signOut={<SignOutButton />}
          />
        </Container>
      )}
    </Modal>
  );
}
