/** Whether a text matches a pattern. */
export type Matches = (text: string) => boolean;

/** Compiles a pattern in which `*` stands for any text and `?` for one character. */
export function compileWildcard(pattern: string): Matches {
  if (pattern === '*') return () => true;
  if (!/[*?]/.test(pattern)) return (text) => text === pattern;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`, 'su');
  return (text) => expression.test(text);
}

/** A pattern for ARNs, whose first five colons separate parts that no wildcard crosses. */
export function compileArnWildcard(pattern: string): Matches {
  const parts = splitArn(pattern).map(compileWildcard);
  return (text) => {
    const actual = splitArn(text);
    return actual.length === parts.length && parts.every((matches, index) => matches(actual[index] ?? ''));
  };
}

function splitArn(arn: string): string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), ...(parts.length > 5 ? [parts.slice(5).join(':')] : [])];
}
