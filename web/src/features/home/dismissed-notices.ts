import type { Notice } from '../../entities/notice/notice-queries.ts';

const storageKey = 'cabinet-notices-put-away';

/** One version of a notice: one that was changed is shown again. */
type Version = Pick<Notice, 'id' | 'version'>;

/** Versions of notices that were put away in this browser. */
export class DismissedNotices {
  readonly #names: ReadonlySet<string>;

  private constructor(names: readonly string[]) {
    this.#names = new Set(names);
  }

  /** What this browser remembers. */
  static read(): DismissedNotices {
    return new DismissedNotices((localStorage.getItem(storageKey) ?? '').split(' '));
  }

  has(notice: Version): boolean {
    return this.#names.has(nameOf(notice));
  }

  /**
   * Puts one more away, and has the browser remember it.
   *
   * @param inForce all that are in force: of the others nothing needs to be remembered
   */
  with(notice: Version, inForce: readonly Version[]): DismissedNotices {
    const names = inForce.filter((one) => this.has(one)).map(nameOf);
    const next = [...names, nameOf(notice)];
    localStorage.setItem(storageKey, next.join(' '));
    return new DismissedNotices(next);
  }
}

function nameOf({ id, version }: Version): string {
  return `${id}/${String(version)}`;
}
