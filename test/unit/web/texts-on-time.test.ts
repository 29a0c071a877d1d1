import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import * as baseTexts from '../../../web/src/app/base-texts.ru.ts';
import { namespacesOf } from './pages-source.ts';

/** A module of the pages: what it imports, what it loads later and with which texts, and what it translates with. */
interface Module {
  readonly imports: readonly string[];
  readonly loads: readonly { readonly path: string; readonly texts: readonly string[] }[];
  readonly namespaces: ReadonlySet<string>;
}

const modules = new Map<string, Module>();

function read(path: string): Module {
  const known = modules.get(path);
  if (known !== undefined) return known;
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const imports: string[] = [];
  const loads: { path: string; texts: string[] }[] = [];
  const resolve = (specifier: string): string => fileURLToPath(new URL(specifier, `file://${path}`));
  const isOurs = (specifier: string): boolean =>
    /^\..*\.tsx?$/.test(specifier) &&
    /\/web\/src\//.test(resolve(specifier)) &&
    !/texts\.(ru|en)\.ts$/.test(specifier);
  const visit = (node: ts.Node, texts: readonly string[]): void => {
    let within = texts;
    if (
      (ts.isImportDeclaration(node) && node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword) ||
      (ts.isExportDeclaration(node) && !node.isTypeOnly)
    ) {
      const { moduleSpecifier } = node;
      if (moduleSpecifier && ts.isStringLiteral(moduleSpecifier) && isOurs(moduleSpecifier.text))
        imports.push(resolve(moduleSpecifier.text));
    }
    if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword && first && ts.isStringLiteral(first)) {
        if (isOurs(first.text)) loads.push({ path: resolve(first.text), texts: [...within] });
      } else if (/^(?:lazyPage|lazyPart|withTexts)$/.test(node.expression.getText())) {
        const lists = node.arguments.filter(ts.isArrayLiteralExpression);
        within = lists.flatMap(({ elements }) => elements.filter(ts.isStringLiteral).map(({ text }) => text));
      }
    }
    ts.forEachChild(node, (child) => {
      visit(child, within);
    });
  };
  visit(file, []);
  const module = { imports, loads, namespaces: namespacesOf(file) };
  modules.set(path, module);
  return module;
}

/** What is loaded together with a module. */
function closureOf(entry: string): Set<string> {
  const found = new Set<string>([entry]);
  for (const path of found) for (const imported of read(path).imports) found.add(imported);
  return found;
}

const checked = new Set<string>();
const missing: string[] = [];

/** Records the namespaces that a module or its imports translate with, and that have not been loaded before. */
function check(entry: string, available: ReadonlySet<string>): void {
  const id = `${entry} ${[...available].sort().join(' ')}`;
  if (checked.has(id)) return;
  checked.add(id);
  for (const path of closureOf(entry)) {
    const { namespaces, loads } = read(path);
    for (const namespace of namespaces)
      if (!available.has(namespace)) missing.push(`${entry} is loaded without ${namespace}, for ${path}`);
    for (const load of loads) check(load.path, new Set([...available, ...load.texts]));
  }
}

test('every page comes with the texts that it and its parts say', () => {
  const main = fileURLToPath(new URL('../../../web/src/main.tsx', import.meta.url));
  check(main, new Set(Object.keys(baseTexts)));
  expect(missing).toEqual([]);
  expect(checked.size).toBeGreaterThan(30);
});
