import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { webConfigSchema } from '../../shared/web-config.ts';
import { assemblyOf, readJson, synthesisTimeout } from './templates.ts';

describe('the pages that are deployed', () => {
  let assembly: string;
  beforeAll(async () => {
    assembly = await assemblyOf('prod');
  }, synthesisTimeout);

  const page = (name: string) => readFileSync(path.join(assembly, 'pages', name), 'utf8');

  it.each(['index.html', 'docs/index.html'])('%s loads scripts from files of its own only', (name) => {
    const scripts = [...page(name).matchAll(/<script([^>]*)>([^<]*)<\/script>/g)];
    expect(scripts).not.toEqual([]);
    for (const [, attributes, inline] of scripts) {
      expect(inline!.trim()).toBe('');
      const source = /src="(\/[^"]+)"/.exec(attributes!)![1]!;
      expect(existsSync(path.join(assembly, 'pages', source))).toBe(true);
    }
    expect(page(name)).not.toMatch(/ on\w+=|javascript:|https?:\/\/(?!www\.w3\.org)/);
  });

  it('describe the API that is committed', () => {
    expect(page('openapi.json')).toBe(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'));
  });

  it('find in /config.json all that they ask for', () => {
    const asset = readdirSync(assembly).find((name) => existsSync(path.join(assembly, name, 'config.json')))!;
    const config = webConfigSchema.parse(
      JSON.parse(
        // What only the deployment knows is marked here, and filled in there.
        JSON.stringify(readJson(path.join(assembly, asset, 'config.json'))).replaceAll(
          /<<marker:[^>]+>>/g,
          'known',
        ),
      ),
    );
    expect(config).toMatchObject({ region: 'eu-central-1', userPoolId: 'known', userPoolClientId: 'known' });
    expect(config.fileOrigins).toHaveLength(4);
  });
});
