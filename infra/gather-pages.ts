import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Files below it carry a digest of their content in their names: they never change, and browsers keep them. */
export const assetsPrefix = 'assets';

const projectDirectory = fileURLToPath(new URL('..', import.meta.url));

/**
 * Gathers all that the cabinet serves: the pages, where `vite build web` made them, and the reference of the API
 * (`/docs`, `/openapi.json`).
 */
export function gatherPages(directory: string): void {
  const application = path.join(projectDirectory, 'dist/pages');
  if (existsSync(application)) cpSync(application, directory, { recursive: true });
  const redoc = readFileSync(createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js'));
  const digest = createHash('sha256').update(redoc).digest('hex').slice(0, 16);
  const script = `${assetsPrefix}/redoc-${digest}.js`;
  write(directory, script, redoc);
  write(directory, 'docs/index.html', referencePage(`/${script}`));
  const openapi = path.join(projectDirectory, 'openapi.json');
  if (existsSync(openapi)) cpSync(openapi, path.join(directory, 'openapi.json'));
}

function write(directory: string, name: string, content: string | Buffer): void {
  const file = path.join(directory, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Search is off: it wants a worker made of a blob, which the content security policy forbids. */
function referencePage(script: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Operator cabinet: API</title>
    <style>
      body {
        margin: 0;
      }
    </style>
  </head>
  <body>
    <redoc spec-url="/openapi.json" disable-search></redoc>
    <script src="${script}"></script>
  </body>
</html>
`;
}
