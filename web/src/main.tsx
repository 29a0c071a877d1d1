import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { reportCaughtError } from './app/caught-error.ts';
import { loadFonts } from './app/load-fonts.ts';
import { meetChallenges } from './app/meet-challenges.ts';
import { textSources } from './app/texts.ts';
import { loadWebConfig } from './shell/web-config.ts';
import { startTranslating } from './i18n/i18n.ts';
import { configureSession } from './session/session.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
try {
  const [config] = await Promise.all([loadWebConfig(), startTranslating(textSources), loadFonts()]);
  configureSession(config);
  meetChallenges();
  createRoot(root, { onCaughtError: reportCaughtError }).render(
    <StrictMode>
      <App config={config} />
    </StrictMode>,
  );
} catch (error) {
  // No texts are loaded yet: index.html has the message, which also covers a failure of this script.
  const words = document.getElementById('start-failure');
  if (words instanceof HTMLTemplateElement) root.replaceChildren(words.content.cloneNode(true));
  reportCaughtError(error);
}
