import { readFileSync } from 'node:fs';

/** Source of the module that a font is to an import: its bytes, as `infra/bundle.ts` has esbuild make it. */
export function fontModule(file: string): string {
  return `export default Buffer.from('${readFileSync(file).toString('base64')}', 'base64');`;
}
