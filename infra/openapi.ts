import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'oxfmt';
import * as z from 'zod';
import { capabilities } from './declarations/capabilities.ts';
import { describeApi } from './openapi/document.ts';

const target = new URL('../openapi.json', import.meta.url);
const packageFile = new URL('../package.json', import.meta.url);

/** Text of `openapi.json`, generated from the current routes. */
export async function writeDocument(): Promise<string> {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile, 'utf8')));
  const { code } = await format('openapi.json', JSON.stringify(describeApi(capabilities, version)), {
    printWidth: 110,
  });
  return code;
}

/** The error message for a file that differs from the generated document; undefined when it is up to date. */
export function describeDifference(file: URL, text: string): string | undefined {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return undefined;
  return 'openapi.json does not match the routes: run `npm run openapi` and commit it.';
}

if (import.meta.main) {
  const text = await writeDocument();
  if (process.argv.includes('--check')) {
    const difference = describeDifference(target, text);
    if (difference !== undefined) {
      console.error(difference);
      process.exitCode = 1;
    }
  } else {
    writeFileSync(target, text);
  }
}
