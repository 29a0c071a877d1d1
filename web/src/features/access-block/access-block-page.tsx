import { Container, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { meQuery, type Me } from '../../entities/me/me.ts';
import { Brand } from '../../shell/brand.tsx';
import { LanguageSwitch } from '../../shell/language-switch.tsx';
import { AccessBlock } from './access-block-contents.tsx';
import { SignOutButton } from './sign-out-button.tsx';

/** Replaces every page of the cabinet while there is an access block. */
export default function AccessBlockPage({ accessBlock }: { accessBlock: NonNullable<Me['accessBlock']> }) {
  const client = useQueryClient();
  return (
    <Container size="md" py="xl" component="main">
      <Stack gap="xl">
        <Group justify="space-between" wrap="nowrap">
          <Brand />
          <LanguageSwitch />
        </Group>
        <AccessBlock
          accessBlock={accessBlock}
          onRemoved={() => {
            void client.invalidateQueries({ queryKey: meQuery.queryKey });
          }}
          signOut={<SignOutButton />}
        />
      </Stack>
    </Container>
  );
}
