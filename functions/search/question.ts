/** The search text, interpreted in every possible way. */
export interface Question {
  /** Prefix of a reference or a name, normalized like the index. */
  readonly prefix: string;
  /** ULID of an entity, where its whole id was entered. */
  readonly ulid: string | undefined;
  /** An order's number: the last eight characters of its id. */
  readonly number: string | undefined;
}

const ulidPattern = /^(?:[a-z0-9]{2,32}-)?([0-9A-HJKMNP-TV-Z]{26})$/;
const numberPattern = /^[0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z]{4}$/;

/** Interprets a search text. The operator is taken from the request, never from the text. */
export function readQuestion(text: string): Question {
  const trimmed = text.trim();
  const spelt = asWritten(trimmed);
  return {
    prefix: trimmed.toLowerCase(),
    ulid: ulidPattern.exec(trimmed)?.[1],
    number: numberPattern.test(spelt) ? spelt.replace('-', '') : undefined,
  };
}

/** Ids are of Crockford's Base32, which has no I, L and O, so that what sounds or looks like them is the digit. */
function asWritten(text: string): string {
  return text.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
