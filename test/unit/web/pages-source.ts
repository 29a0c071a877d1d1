import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const directory = fileURLToPath(new URL('../../../web/src', import.meta.url));

/** A text in the source of the pages, and where it stands. */
interface SourceText {
  readonly text: string;
  /** `orders/orders-page.tsx:12` */
  readonly place: string;
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
  readonly patterns: readonly { readonly pattern: RegExp; readonly place: string }[];
}

/** Attributes whose value people read or hear. */
const SPOKEN = /^(?:aria-label|aria-description|alt|title|label|description|placeholder|error|text)$/;

/** Reads every source file of the pages but the dictionaries and what is generated. */
export function readPagesSource(): PagesSource {
  const literals: SourceText[] = [];
  const writtenOut: SourceText[] = [];
  const keys: SourceText[] = [];
  const patterns: { pattern: RegExp; place: string }[] = [];
  const names = globSync('**/*.{ts,tsx}', { cwd: directory });
  for (const name of names.filter((file) => !/^i18n\/|\.d\.ts$/.test(file))) {
    const content = readFileSync(`${directory}/${name}`, 'utf8');
    const kind = name.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    const file = ts.createSourceFile(name, content, ts.ScriptTarget.Latest, true, kind);
    const placeOf = (node: ts.Node): string =>
      `${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const visit = (node: ts.Node): void => {
      const place = placeOf(node);
      if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
        literals.push({ text: node.text, place });
      if (ts.isJsxText(node)) writtenOut.push({ text: node.text.trim(), place });
      if (ts.isJsxAttribute(node) && SPOKEN.test(node.name.getText()) && node.initializer)
        if (ts.isStringLiteral(node.initializer)) writtenOut.push({ text: node.initializer.text, place });
      const asked = askedOf(node);
      if (asked && ts.isStringLiteralLike(asked)) keys.push({ text: asked.text, place });
      if (asked && ts.isTemplateExpression(asked)) patterns.push({ pattern: patternOf(asked), place });
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { literals, writtenOut, keys, patterns };
}

/** The first argument of `t(…)` or `i18next.t(…)`. */
function askedOf(node: ts.Node): ts.Expression | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  return ts.isIdentifier(name) && name.text === 't' ? node.arguments[0] : undefined;
}

function patternOf({ head, templateSpans }: ts.TemplateExpression): RegExp {
  const literal = (text: string): string => text.replaceAll('.', String.raw`\.`);
  return new RegExp(
    `^${literal(head.text)}${templateSpans.map((span) => `.+${literal(span.literal.text)}`).join('')}$`,
  );
}
