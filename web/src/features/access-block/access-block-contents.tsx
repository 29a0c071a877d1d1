import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../entities/me/me.ts';
import { AcceptRules } from './accept-rules.tsx';
import { RequiredTotp } from './required-totp.tsx';

interface AccessBlockProps {
  readonly accessBlock: NonNullable<Me['accessBlock']>;
  readonly onRemoved: () => void;
  readonly signOut: ReactNode;
}

/** Explains an access block and how to resolve it. */
export function AccessBlock({ accessBlock, onRemoved, signOut }: AccessBlockProps) {
  const { t } = useTranslation('accessBlock');
  switch (accessBlock) {
    case 'rulesNotAccepted':
      return <AcceptRules onAccepted={onRemoved} signOut={signOut} />;
    case 'mfaRequired':
      return <RequiredTotp onReady={onRemoved} signOut={signOut} />;
    case 'operatorClosed':
      return (
        <Stack gap="md">
          <Title order={1}>{t('operatorClosed.title')}</Title>
          <Text>{t('operatorClosed.text')}</Text>
          <Group>{signOut}</Group>
        </Stack>
      );
  }
}
