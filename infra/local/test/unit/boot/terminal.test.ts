import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test, vi } from 'vitest';
import { createTerminal, describeOutput, describeRequest } from '../../../boot/terminal.ts';

test('a request is a line with status, milliseconds, function and AWS calls', () => {
  const line = {
    method: 'GET',
    path: '/v1/me',
    status: 200,
    milliseconds: 12.4,
    functionName: 'Items',
    awsCalls: 2,
  };
  expect(stripVTControlCharacters(describeRequest(line))).toBe('GET /v1/me 200 12 ms Items, 2 AWS calls');
});

test('a page needs no function', () => {
  const line = {
    method: 'GET',
    path: '/',
    status: 200,
    milliseconds: 0.4,
    functionName: undefined,
    awsCalls: 0,
  };
  expect(stripVTControlCharacters(describeRequest(line))).toBe('GET / 200 0 ms');
});

test.each([
  ['stdout', '{"level":"INFO","message":"request"}', undefined],
  ['stdout', '{"level":"ERROR","message":"no table"}', 'Items ERROR no table'],
  ['stderr', '{"level":"WARN","message":"slow"}', 'Items WARN slow'],
  ['stdout', 'printed', undefined],
  ['stderr', 'Segmentation fault', 'Items Segmentation fault'],
  ['stdout', '{"metrics":1}', undefined],
] as const)('only warnings and errors of a function are shown: %s %s', (stream, line, shown) => {
  expect(describeOutput({ functionName: 'Items', stream, line })).toBe(shown);
});

test('all output of functions is in the log', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'app-terminal-'));
  const file = join(directory, 'functions.log');
  const lines: string[] = [];
  const terminal = createTerminal(file, (line) => lines.push(stripVTControlCharacters(line)));
  terminal.output({ functionName: 'Items', stream: 'stdout', line: 'printed' });
  terminal.output({ functionName: 'Items', stream: 'stderr', line: 'complained' });
  await vi.waitFor(
    () => {
      expect(readFileSync(file, 'utf8')).toBe('Items printed\nItems complained\n');
    },
    { timeout: 15_000 },
  );
  expect(lines).toEqual(['Items complained']);
  rmSync(directory, { recursive: true });
});
