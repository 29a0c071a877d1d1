import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

/** What a file declares, with the folder of functions/ that has the file's name. */
export type Declared<Declaration> = Declaration & { readonly folder: string };

/**
 * Reads the `declaration` that each file of a directory exports, in the order of the files' names: adding a file is all
 * that it takes to deploy what it declares.
 *
 * @throws Error that names the file whose declaration does not match the schema
 */
export async function readDeclarations<Declaration>(
  directory: URL,
  schema: z.ZodType<Declaration>,
): Promise<readonly Declared<Declaration>[]> {
  const files = readdirSync(directory).filter((file) => file.endsWith('.ts'));
  return Promise.all(
    files.toSorted().map(async (file) => {
      const location = new URL(file, directory);
      const exported = z.object({ declaration: schema }).safeParse(await import(location.href));
      if (!exported.success) {
        throw new Error(`${location.pathname} declares nothing valid:\n${z.prettifyError(exported.error)}`);
      }
      return { ...exported.data.declaration, folder: path.basename(file, '.ts') };
    }),
  );
}
