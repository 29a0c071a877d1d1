import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire, SourceMap, type SourceMapping, type SourceMapPayload } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { bundleFunctions } from '../../infra/bundle.ts';

describe('bundling the functions', () => {
  const directories = [1, 2].map(() => mkdtempSync(path.join(tmpdir(), 'bundle-')));
  afterAll(() => {
    vi.unstubAllEnvs();
    for (const directory of directories) rmSync(directory, { recursive: true });
  });
  const [once, again] = directories.map((directory) =>
    bundleFunctions(['operators', 'publisher'], directory),
  );
  const read = (bundle: string, file: string) => readFileSync(path.join(bundle, file), 'utf8');

  it('makes the same bytes of the same sources, wherever it writes them', () => {
    for (const [folder, bundle] of once!) {
      for (const file of ['index.mjs', 'index.mjs.map']) {
        expect(read(bundle, file)).toBe(read(again!.get(folder)!, file));
      }
    }
  });

  it('makes an ECMAScript module that exports the handler', () => {
    vi.stubEnv('EVENT_BUS_NAME', 'bus');
    // Loaded by Node itself, as Lambda loads it.
    const loaded: unknown = createRequire(import.meta.url)(path.join(once!.get('publisher')!, 'index.mjs'));
    expect(loaded).toHaveProperty('handler', expect.any(Function));
  });

  it('maps traces to the sources without carrying them along', () => {
    const map = JSON.parse(read(once!.get('operators')!, 'index.mjs.map'));
    expect(map.sources).toContain('../../../functions/operators/main.ts');
    expect(map).not.toHaveProperty('sourcesContent');
    expect(read(once!.get('operators')!, 'index.mjs')).toContain('sourceMappingURL=index.mjs.map');
  });

  it('maps the project’s own code only', () => {
    const [bundle, text] = ['index.mjs', 'index.mjs.map'].map((file) => read(once!.get('operators')!, file));
    const map = new SourceMap(JSON.parse(text!) as SourceMapPayload);
    const originOf = (words: string) => {
      const before = bundle!.slice(0, bundle!.indexOf(words)).split('\n');
      return map.findEntry(before.length - 1, before.at(-1)!.length) as Partial<SourceMapping>;
    };
    expect(originOf('/cabinet/v1/operator/{id}/transition').originalSource).toMatch(/operators\/routes\.ts$/);
    expect(originOf('TransactWriteItems').originalSource).toBeUndefined();
    expect(JSON.parse(text!).sources.filter((source: string) => source.includes('node_modules'))).toEqual([]);
  });

  it('omits the SDK’s credential providers other than the environment', () => {
    const { outputs } = JSON.parse(read(directories[0]!, 'metafile.json'));
    const inputs = Object.keys(outputs['dist/functions/operators/index.mjs'].inputs).join('\n');
    expect(inputs).toContain('@aws-sdk/credential-provider-env');
    expect(inputs).not.toMatch(
      /credential-provider-(http|imds|ini|login|process|sso|web-identity)|nested-clients/,
    );
  });

  it('reports the contents by size', () => {
    const { outputs } = JSON.parse(read(directories[0]!, 'metafile.json'));
    expect(outputs['dist/functions/operators/index.mjs'].bytes).toBe(
      statSync(path.join(once!.get('operators')!, 'index.mjs')).size,
    );
  });
});
