import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { describe, expect } from 'vitest';
import { managerLogin, severtelecom } from '../../infra/demo/people.ts';
import { test } from './page.ts';
import { settle } from './viewer.ts';

const maxBytes = 250 * 1000;

/** Bytes of all scripts that an address loads into an empty browser before it rests, compressed as CloudFront does. */
async function weighScripts(page: Page, address: string): Promise<{ bytes: number; scripts: number }> {
  const responses: Response[] = [];
  page.on('response', (response) => {
    if (response.headers()['content-type']?.includes('javascript')) responses.push(response);
  });
  await page.goto(address);
  await settle(page);
  const bodies = await Promise.all(responses.map((response) => response.body()));
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  return { bytes, scripts: bodies.length };
}

describe('the first load takes at most 250 KB of JavaScript', () => {
  test.for([
    { address: '/sign-in' },
    { address: '/apply' },
    { address: '/application' },
    { address: '/rules' },
    { address: '/', as: `technical@${severtelecom.domain}` },
    { address: '/', as: managerLogin },
  ])('at $address', async ({ address, ...viewer }, { open }) => {
    const page = await open('about:blank', viewer);
    const { bytes, scripts } = await weighScripts(page, address);
    console.log(`${address}: ${(bytes / 1000).toFixed(0)} KB in ${scripts} scripts`);
    expect(scripts).toBeGreaterThan(1);
    expect(bytes).toBeLessThanOrEqual(maxBytes);
  });
});
