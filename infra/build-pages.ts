import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Files below it have a digest of their content in their names: they never change, and browsers cache them. */
export const assetsPrefix = 'assets';

const projectDirectory = fileURLToPath(new URL('..', import.meta.url));

/**
 * Builds everything that the cabinet serves: the pages of `web/` and the API reference (`/docs`, `/openapi.json`).
 */
export async function buildPages(directory: string): Promise<void> {
  await inProduction(() =>
    build({
      configFile: path.join(projectDirectory, 'web/vite.config.ts'),
      logLevel: 'warn',
      // Vite resolves a relative path from its own root.
      build: { outDir: path.resolve(directory), emptyOutDir: true },
    }),
  );
  const redoc = readFileSync(fileURLToPath(import.meta.resolve('redoc/bundles/redoc.standalone.js')));
  const digest = createHash('sha256').update(redoc).digest('hex').slice(0, 16);
  const script = `${assetsPrefix}/redoc-${digest}.js`;
  write(directory, script, redoc);
  write(directory, 'docs/index.html', referencePage(`/${script}`));
  cpSync(path.join(projectDirectory, 'openapi.json'), path.join(directory, 'openapi.json'));
}

/** Always the production build of the pages, also in tests: React would otherwise be its development build. */
async function inProduction(work: () => Promise<unknown>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await work();
  } finally {
    // The CDK reads it too: it reports findings differently in tests.
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

function write(directory: string, name: string, content: string | Buffer): void {
  const file = path.join(directory, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Search is off: it needs a worker from a blob, which the content security policy forbids. */
function referencePage(script: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
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
