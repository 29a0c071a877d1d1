import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import { afterEach, expect } from 'vitest';

/**
 * Appends a line for each test that ran to the file that `COUNT_ASSERTIONS` names: file, title, executed assertions.
 * Compare two of them before and after tests were moved: `COUNT_ASSERTIONS=/tmp/before.tsv npm test`.
 */
afterEach(() => {
  const { testPath = '', currentTestName = '', assertionCalls } = expect.getState();
  const file = relative(process.cwd(), testPath);
  const line = [file, currentTestName, assertionCalls].join('\t');
  appendFileSync(process.env['COUNT_ASSERTIONS'] ?? 'assertions.tsv', `${line}\n`);
});
