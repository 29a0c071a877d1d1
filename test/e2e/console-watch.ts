import type { Page } from 'playwright-core';

/** Unexpected console output of a page. */
export interface ConsoleWatch {
  /** Requests to addresses like this may fail from now on: the test provokes it. */
  permitFailures(address: RegExp): void;
  /** Errors since the page was opened, a line each. */
  complaints(): readonly string[];
}

/** Listens to the console, to uncaught errors and to requests that got no answer. */
export function watchConsole(page: Page): ConsoleWatch {
  const permitted: RegExp[] = [];
  const complaints: string[] = [];
  const isPermitted = (address: string): boolean => permitted.some((pattern) => pattern.test(address));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    // The browser's own line for a failed request; everything else a page has no business to say.
    if (message.text().startsWith('Failed to load resource:') && isPermitted(url)) return;
    complaints.push(`console: ${message.text()} (${url})`);
  });
  page.on('pageerror', (error) => {
    complaints.push(`uncaught: ${error.stack ?? error.message}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Who leaves a page ends what it was loading.
    if (reason === 'net::ERR_ABORTED' || isPermitted(request.url())) return;
    complaints.push(`request: ${request.method()} ${request.url()} ${reason}`);
  });
  return {
    permitFailures: (address) => {
      permitted.push(address);
    },
    complaints: () => complaints,
  };
}
