import * as z from 'zod';
import type { SignedInScope } from '../../../shared/auth/scope.ts';
import { Partition } from '../../../shared/table/partition.ts';
import type { Table } from '../../../shared/table/table.ts';
import { putVersion } from '../../../shared/table/write-actions.ts';
import { type Language, languages } from '../../../shared/text.ts';

const preferencesSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  language: z.enum(languages),
});

/** Preferences of the signed-in user. */
export class Preferences {
  readonly #table: Table;
  readonly #partition: Partition;

  constructor(table: Table, scope: SignedInScope) {
    this.#table = table;
    this.#partition = Partition.ofUser(scope);
  }

  async language(): Promise<Language | undefined> {
    return (await this.#read())?.language;
  }

  async setLanguage(language: Language): Promise<void> {
    const before = await this.#read();
    if (before?.language === language) return;
    const version = (before?.version ?? 0) + 1;
    await this.#table.write([putVersion(this.#key(), { schemaVersion: 1, version, language })]);
  }

  async #read() {
    const item = await this.#table.get(this.#key());
    return item === undefined ? undefined : preferencesSchema.parse(item);
  }

  #key() {
    return { partition: this.#partition, sortKey: 'PREFERENCES' };
  }
}
