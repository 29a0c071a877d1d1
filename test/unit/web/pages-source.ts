import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const directory = fileURLToPath(new URL('../../../web/src', import.meta.url));

/** A text in the source of the pages, and where it stands. */
interface SourceText {
  readonly text: string;
  /** `orders/orders-page.tsx:12` */
  readonly place: string;
  /** Namespaces that the file translates with, beside those of every page. */
  readonly namespaces: ReadonlySet<string>;
}

/** What the pages' source says and what it asks the dictionary for. */
export interface PagesSource {
  /** String literals and the fixed parts of templates. */
  readonly literals: readonly SourceText[];
  /** What stands on the screen without the dictionary: text between tags, and attributes that people read. */
  readonly writtenOut: readonly SourceText[];
  /** First arguments of `t(…)` that are literals. */
  readonly keys: readonly SourceText[];
  /** First arguments of `t(…)` that are templates; what is put in stands for one or more steps of the path. */
  readonly patterns: readonly (Omit<SourceText, 'text'> & { readonly pattern: RegExp })[];
}

/** Attributes whose value people read or hear. */
const SPOKEN = /^(?:aria-label|aria-description|alt|title|label|description|placeholder|error|text)$/;

/** Reads every source file of the pages but the texts and what is generated. */
export function readPagesSource(): PagesSource {
  const literals: SourceText[] = [];
  const writtenOut: SourceText[] = [];
  const keys: SourceText[] = [];
  const patterns: (Omit<SourceText, 'text'> & { pattern: RegExp })[] = [];
  const names = globSync('**/*.{ts,tsx}', { cwd: directory });
  for (const name of names.filter((file) => !/texts\.(?:ru|en)\.ts$|\.d\.ts$/.test(file))) {
    const content = readFileSync(`${directory}/${name}`, 'utf8');
    const kind = name.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    const file = ts.createSourceFile(name, content, ts.ScriptTarget.Latest, true, kind);
    const namespaces = namespacesOf(file);
    const placeOf = (node: ts.Node): string =>
      `${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const visit = (node: ts.Node): void => {
      const at = { place: placeOf(node), namespaces };
      if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
        literals.push({ text: node.text, ...at });
      if (ts.isJsxText(node)) writtenOut.push({ text: node.text.trim(), ...at });
      if (ts.isJsxAttribute(node) && SPOKEN.test(node.name.getText()) && node.initializer)
        if (ts.isStringLiteral(node.initializer)) writtenOut.push({ text: node.initializer.text, ...at });
      for (const asked of askedOf(node)) {
        if (ts.isStringLiteralLike(asked)) keys.push({ text: asked.text, ...at });
        if (ts.isTemplateExpression(asked)) patterns.push({ pattern: patternOf(asked), ...at });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { literals, writtenOut, keys, patterns };
}

/** What `useTranslation(…)` is asked for, and what the types `TFunction<…>` of parameters say. */
export function namespacesOf(file: ts.SourceFile): ReadonlySet<string> {
  const found = new Set<string>();
  const addLiterals = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.add(node.text);
    ts.forEachChild(node, addLiterals);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'useTranslation')
      node.arguments.forEach(addLiterals);
    if (ts.isTypeReferenceNode(node) && node.typeName.getText() === 'TFunction')
      node.typeArguments?.forEach(addLiterals);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The first argument of `t(…)` or `i18next.t(…)`; of a condition, both of its results. */
function askedOf(node: ts.Node): readonly ts.Expression[] {
  if (!ts.isCallExpression(node)) return [];
  const { expression } = node;
  const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  const [asked] = node.arguments;
  return ts.isIdentifier(name) && name.text === 't' && asked ? resultsOf(asked) : [];
}

function resultsOf(asked: ts.Expression): readonly ts.Expression[] {
  return ts.isConditionalExpression(asked)
    ? [...resultsOf(asked.whenTrue), ...resultsOf(asked.whenFalse)]
    : [asked];
}

function patternOf({ head, templateSpans }: ts.TemplateExpression): RegExp {
  const literal = (text: string): string => text.replaceAll('.', String.raw`\.`);
  return new RegExp(
    `^${literal(head.text)}${templateSpans.map((span) => `.+${literal(span.literal.text)}`).join('')}$`,
  );
}
