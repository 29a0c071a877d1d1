import { expect, test } from 'vitest';
import { createRouter } from '../../../gateway/routing.ts';

const keys = [
  '$default',
  'ANY /{proxy+}',
  'GET /pets/{proxy+}',
  'GET /pets/{id}/notes',
  'GET /pets/{id}',
  'ANY /pets/{id}',
  'GET /pets/dog',
  'POST /pets',
];
const find = createRouter(keys.map((key) => ({ key })));
const keyOf = (method: string, path: string) => find(method, path)?.route.key;

test.each([
  ['GET', '/pets/dog', 'GET /pets/dog'],
  ['GET', '/pets/cat', 'GET /pets/{id}'],
  ['PUT', '/pets/cat', 'ANY /pets/{id}'],
  ['GET', '/pets/cat/notes', 'GET /pets/{id}/notes'],
  ['GET', '/pets/cat/notes/7', 'GET /pets/{proxy+}'],
  ['PUT', '/pets/cat/notes/7', 'ANY /{proxy+}'],
  ['POST', '/pets', 'POST /pets'],
  ['GET', '/pets', 'ANY /{proxy+}'],
  ['GET', '/pets/', 'ANY /{proxy+}'],
  ['HEAD', '/', '$default'],
])('%s %s goes to %s', (method, path, key) => {
  expect(keyOf(method, path)).toBe(key);
});

test('A variable matches one segment, a greedy one the rest', () => {
  expect(find('GET', '/pets/cat/notes')?.pathParameters).toEqual({ id: 'cat' });
  expect(find('GET', '/pets/cat/notes/7')?.pathParameters).toEqual({ proxy: 'cat/notes/7' });
});

test('Without a default route, other paths are not found', () => {
  expect(createRouter([{ key: 'GET /pets/{id}' }])('GET', '/pets')).toBeUndefined();
});
