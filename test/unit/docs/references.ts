import { globSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';

/** A reference to a file, a heading, a decision, an npm script or a route that does not exist. */
export interface DeadReference {
  readonly file: string;
  readonly line: number;
  readonly reference: string;
}

/** What references are checked against. */
export interface Tree {
  /** Paths from the root of the project, with slashes. */
  readonly files: readonly string[];
  readonly npmScripts: ReadonlySet<string>;
  /** Routes of the API, as in `GET /cabinet/v1/notice/{id}`. */
  readonly routes: readonly string[];
  /** Text of a file that exists. */
  readonly read: (path: string) => string;
}

const notOurs = new Set(['node_modules', 'cdk.out', 'coverage', 'dist', '.git', '.local']);

/** All files of the project, without what is installed or built. */
export function projectFiles(root: string): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => !notOurs.has(name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? globSync('**/*', {
            cwd: posix.join(root, entry.name),
            withFileTypes: true,
            exclude: ({ name }) => notOurs.has(name),
          })
            .filter((found) => found.isFile())
            .map((found) => posix.relative(root, posix.join(found.parentPath, found.name)))
        : [entry.name],
    );
}

/**
 * Dead references of a Markdown file (links, mentioned paths, decisions, npm scripts, routes) or of the comments of a
 * source file (paths and decisions).
 */
export function deadReferences(file: string, text: string, project: Tree): readonly DeadReference[] {
  const isDocument = file.endsWith('.md');
  const tree = { ...project, files: [...project.files, ...exampleFiles(text)] };
  const checked = isDocument ? text : commentsOf(text);
  return [
    ...(isDocument ? links(file, checked, tree) : []),
    ...mentions(checked, tree),
    ...decisions(checked, tree),
    ...(isDocument ? [...scripts(checked, tree), ...routes(checked, tree)] : []),
  ].map(({ at, reference }) => ({ file, line: checked.slice(0, at).split('\n').length, reference }));
}

/** Files that a guide has its readers create: blocks of code that begin with their path. */
function exampleFiles(text: string): readonly string[] {
  return [...text.matchAll(/^```tsx?\n\/\/ (\S+)$/gm)].map(([, path = '']) => path);
}

interface Found {
  readonly at: number;
  readonly reference: string;
}

function find(text: string, pattern: RegExp, isDead: (reference: string) => boolean): readonly Found[] {
  return [...text.matchAll(pattern)]
    .map((match) => ({ at: match.index, reference: match[1] ?? '' }))
    .filter(({ reference }) => isDead(reference));
}

/** `[text](target)`, relative to the file; a fragment has to be the anchor of a heading. */
function links(file: string, text: string, tree: Tree): readonly Found[] {
  return find(text, /\]\(([^)\s]+)\)/g, (target) => {
    if (/^[a-z]+:/.test(target)) return false;
    const [path = '', fragment] = target.split('#');
    const linked = path === '' ? file : posix.normalize(posix.join(posix.dirname(file), path));
    if (!exists(linked.replace(/\/$/, ''), tree)) return true;
    return fragment !== undefined && !anchorsOf(tree.read(linked)).has(fragment);
  });
}

/** Anchors of the headings of a Markdown text, as GitHub makes them. */
function anchorsOf(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  );
}

const folders = 'functions|shared|infra|web|test|events|docs';
/** Of files that are written: names of what is built are mentioned as well. */
const written = 'ts|tsx|cjs|md';

/**
 * Paths from the root (`shared/text.ts`, `functions/<capability>/routes.ts`, `shared/http/`), and names of files or ends
 * of paths between backticks (`announce.ts`). A placeholder, an asterisk and an ellipsis stand for anything.
 */
function mentions(text: string, tree: Tree): readonly Found[] {
  return [
    ...find(
      text,
      new RegExp(`(?<![\\w./@:-])((?:${folders})/[\\w.*<>{},/-]*)`, 'g'),
      (path) => !existsSomewhere(path, '^', tree),
    ),
    ...find(
      text,
      new RegExp(`\`((?!(?:${folders}|[.]{0,2})/)[\\w*<>./-]+\\.(?:${written}))\``, 'g'),
      (path) => !existsSomewhere(path, '(^|/)', tree),
    ),
  ];
}

/** `docs/adr/0001`, `ADR 0001`. */
function decisions(text: string, tree: Tree): readonly Found[] {
  return find(text, /\b(?:docs\/adr\/|ADRs? )(\d+)\b/g, (number) => {
    const prefix = `docs/adr/${number.padStart(4, '0')}-`;
    return !tree.files.some((file) => file.startsWith(prefix));
  });
}

/** `npm run <script>`, `npm <script>`. */
function scripts(text: string, tree: Tree): readonly Found[] {
  return find(text, /npm run (?:--silent )?([\w:-]+)/g, (name) => !tree.npmScripts.has(name));
}

/** `GET /cabinet/v1/notice`, or the end of a path as in `GET …/{id}`. Parameters may have other names. */
function routes(text: string, tree: Tree): readonly Found[] {
  const withoutNames = (route: string) => route.replace(/\{\w+\}/g, '{}');
  const known = tree.routes.map(withoutNames);
  return find(text, /\b((?:GET|POST|PUT|PATCH|DELETE) (?:…|\/cabinet|\/tmf-api)\/[\w/{}]+)/g, (route) => {
    const [method = '', path = ''] = withoutNames(route).split(' ');
    return !known.some((candidate) =>
      path.startsWith('…')
        ? candidate.startsWith(`${method} `) && candidate.endsWith(path.slice(1))
        : candidate === `${method} ${path}`,
    );
  });
}

function existsSomewhere(mention: string, start: string, tree: Tree): boolean {
  // A sentence may end behind a path; a decision is checked by its number.
  const path = mention.replace(/[.,-]+$/, '').replace(/\/$/, '');
  if (/^docs\/adr\/\d+$/.test(path)) return true;
  const pattern = path
    .split(/(\*\*?|<[^>]*>|\{[^}]*\})/)
    .map((part, index) => (index % 2 === 0 ? part.replace(/[.]/g, '\\.') : wildcard(part)))
    .join('');
  const expression = new RegExp(`${start}${pattern}(/|$)`);
  return tree.files.some((file) => expression.test(file));
}

function wildcard(part: string): string {
  if (part === '**') return '.*';
  return part.startsWith('{') ? `(?:${part.slice(1, -1).replaceAll(',', '|')})` : '[^/]*';
}

function exists(path: string, tree: Tree): boolean {
  return path === '.' || tree.files.some((file) => file === path || file.startsWith(`${path}/`));
}

/** The text with everything blank that is no comment, so that lines keep their numbers. */
function commentsOf(text: string): string {
  let end = 0;
  let comments = '';
  for (const match of text.matchAll(/(?<=^|\s)(?:\/\/.*$|\/\*[^]*?\*\/)/gm)) {
    comments += blank(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return comments + blank(text.slice(end));
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
