import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { WebConfig } from '../../../shared/web-config.ts';
import { SessionGuard } from '../session/session-guard.tsx';
import { Notices } from './notices.tsx';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { readableColors, theme } from './theme.ts';
import { WebConfigProvider } from './web-config.ts';

/** The pages, with everything that all of them share around them. */
export function App({ config }: { config: WebConfig }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={readableColors} defaultColorScheme="auto">
      <WebConfigProvider value={config}>
        <QueryClientProvider client={queryClient}>
          <Notices />
          <RouterProvider router={router} />
          <SessionGuard />
        </QueryClientProvider>
      </WebConfigProvider>
    </MantineProvider>
  );
}
