import type { Notice } from '../../entities/notice/notice-queries.ts';

const storageKey = 'cabinet-notices-put-away';

/** Key of a notice's version: a changed notice is shown again. */
type Version = Pick<Notice, 'id' | 'version'>;

/** Versions of notices that were dismissed in this browser. */
export class DismissedNotices {
  readonly #names: ReadonlySet<string>;

  private constructor(names: readonly string[]) {
    this.#names = new Set(names);
  }

  /** Dismissed notices that this browser remembers. */
  static read(): DismissedNotices {
    return new DismissedNotices((localStorage.getItem(storageKey) ?? '').split(' '));
  }

  has(notice: Version): boolean {
    return this.#names.has(nameOf(notice));
  }

  /**
   * Dismisses a notice and remembers it in the browser.
   *
   * @param inForce all notices in force: the others need not be remembered
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
