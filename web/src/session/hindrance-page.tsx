import { Container, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { meQuery, type Me } from '../app/me.ts';
import { Brand } from '../shell/brand.tsx';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { Hindrance } from './hindrance-contents.tsx';
import { SignOutButton } from './sign-out-button.tsx';

/** In the place of every page of the cabinet while something stands in the way of its reader. */
export default function HindrancePage({ hindrance }: { hindrance: NonNullable<Me['hindrance']> }) {
  const client = useQueryClient();
  return (
    <Container size="md" py="xl" component="main">
      <Stack gap="xl">
        <Group justify="space-between" wrap="nowrap">
          <Brand />
          <LanguageSwitch />
        </Group>
        <Hindrance
          hindrance={hindrance}
          onRemoved={() => {
            void client.invalidateQueries({ queryKey: meQuery.queryKey });
          }}
          signOut={<SignOutButton />}
        />
      </Stack>
    </Container>
  );
}
