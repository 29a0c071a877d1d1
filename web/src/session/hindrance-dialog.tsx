import { Container, getDefaultZIndex, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../app/me.ts';
import { hindranceBarrier, type RemovableHindrance } from './hindrance.ts';
import { Hindrance } from './hindrance-contents.tsx';
import { SignOutButton } from './sign-out-button.tsx';

/** Covers the page, which stays as it is behind. Only doing what is asked for closes it. */
export default function HindranceDialog({ hindrance }: { hindrance: RemovableHindrance | undefined }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return (
    <Modal
      opened={hindrance !== undefined}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      fullScreen
      // Over whatever else lies over the page, such as the search.
      zIndex={getDefaultZIndex('max') + 1}
      title={hindrance === undefined ? '' : t(`gate.${hindrance}.over`)}
    >
      {hindrance === undefined ? null : (
        <Container size="md" py="lg">
          <Hindrance
            hindrance={hindrance}
            onRemoved={() => {
              hindranceBarrier.lift();
              void client.invalidateQueries({ queryKey: meQuery.queryKey });
            }}
            signOut={<SignOutButton />}
          />
        </Container>
      )}
    </Modal>
  );
}
