/** Parses a typed value of a characteristic: a number, a boolean or else a code. */
export function valueTyped(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/.test(text) ? Number(text) : text;
}
