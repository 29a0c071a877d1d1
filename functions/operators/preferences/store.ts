import * as z from 'zod';
import type { SignedInScope } from '../../../shared/auth/scope.ts';
import { CabinetError } from '../../../shared/errors.ts';
import { Partition } from '../../../shared/table/partition.ts';
import type { Table } from '../../../shared/table/table.ts';
import { type Language, languages } from '../../../shared/text.ts';

const preferencesSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  language: z.enum(languages),
});

/** What somebody chose for the own account. */
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

  async choose(language: Language): Promise<void> {
    const before = await this.#read();
    if (before?.language === language) return;
    const preferencesKey = this.#key();
    await this.#table.write([
      {
        put: preferencesKey,
        item: { schemaVersion: 1, version: (before?.version ?? 0) + 1, language },
        expect: before === undefined ? 'absent' : { version: before.version },
        refusal: new CabinetError('concurrentChange'),
      },
    ]);
  }

  async #read() {
    const item = await this.#table.get(this.#key());
    return item === undefined ? undefined : preferencesSchema.parse(item);
  }

  #key() {
    return { partition: this.#partition, sortKey: 'PREFERENCES' };
  }
}
