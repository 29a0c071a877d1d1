import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { WebConfig } from '../../../shared/web-config.ts';
import { currentLanguage } from '../i18n/languages.ts';
import { AccessBlockGuard } from '../features/access-block/access-block-guard.tsx';
import { SessionGuard } from '../features/sign-in/session-guard.tsx';
import { nameDocument } from './name-document.ts';
import { Notices } from './notices.tsx';
import { queryClient } from '../api/query-client.ts';
import { router } from './router.tsx';
import { readableColors, theme } from './theme.ts';
import { WebConfigProvider } from '../shell/web-config.ts';

/** The pages inside the providers that all of them share. */
export function App({ config }: { config: WebConfig }) {
  // Renders again when the language changes.
  useTranslation();
  const name = config.brand.name[currentLanguage()];
  useEffect(() => nameDocument(name), [name]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={readableColors} defaultColorScheme="auto">
      <WebConfigProvider value={config}>
        <QueryClientProvider client={queryClient}>
          <Notices />
          <RouterProvider router={router} />
          <AccessBlockGuard />
          <SessionGuard />
        </QueryClientProvider>
      </WebConfigProvider>
    </MantineProvider>
  );
}
