/** A characteristic's value as it is typed: a number or a yes where it reads as one, else a code. */
export function valueTyped(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/.test(text) ? Number(text) : text;
}
