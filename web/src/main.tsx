import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { loadWebConfig } from './app/web-config.ts';
import { startTranslating } from './i18n/i18n.ts';
import { configureSession } from './session/session.ts';

const [config] = await Promise.all([loadWebConfig(), startTranslating()]);
configureSession(config);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
createRoot(root).render(
  <StrictMode>
    <App config={config} />
  </StrictMode>,
);
