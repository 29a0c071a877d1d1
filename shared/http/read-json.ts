import { CabinetError, invalidRequest, type Problem } from '../errors.ts';
import type { Text } from '../text.ts';
import { pointerOf } from './problems.ts';

/** Maximum nesting of values. No request of the API is half as deep. */
const maxDepth = 32;
/** Maximum number of problems in an answer: enough to fix a mistake without a huge answer. */
const maxProblems = 20;
/** Least magnitude of a number other than zero: the table keeps none below 1e-130. */
const leastMagnitude = 1e-100;

/**
 * Reads the text of a body as I-JSON (RFC 7493): numbers that are exact everywhere, texts that are Unicode. Beyond
 * it, refuses names that reach a prototype and values that are nested too deeply.
 *
 * @throws CabinetError `malformedJson`, `invalidRequest`
 */
export function readJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new CabinetError('malformedJson', { cause });
  }
  const problems: Problem[] = [];
  collectProblems(value, [], problems);
  if (problems.length > 0) throw invalidRequest(problems);
  return value;
}

function collectProblems(value: unknown, path: readonly string[], problems: Problem[]): void {
  const report = (message: Text, at = path) => {
    if (problems.length < maxProblems) problems.push({ pointer: pointerOf('body', at), message });
  };
  if (typeof value === 'string' && !value.isWellFormed()) report(messages.notUnicode);
  if (typeof value === 'number' && !isExact(value)) report(messages.notExact);
  if (typeof value !== 'object' || value === null) return;
  if (path.length === maxDepth) {
    report(messages.tooDeep);
    return;
  }
  for (const [name, child] of Object.entries(value)) {
    if (name === '__proto__' || !name.isWellFormed())
      report(messages.noSuchName, [...path, name.toWellFormed()]);
    else collectProblems(child, [...path, name], problems);
  }
}

function isExact(value: number): boolean {
  const magnitude = Math.abs(value);
  return magnitude === 0 || (magnitude >= leastMagnitude && magnitude <= Number.MAX_SAFE_INTEGER);
}

const messages = {
  notUnicode: {
    ru: 'Текст содержит половину суррогатной пары: это не Юникод',
    en: 'The text contains half of a surrogate pair, which is not valid Unicode',
  },
  notExact: {
    ru: `Число по модулю не больше ${Number.MAX_SAFE_INTEGER}`,
    en: `A number of at most ${Number.MAX_SAFE_INTEGER} in magnitude`,
  },
  tooDeep: { ru: `Вложенность не больше ${maxDepth}`, en: `At most ${maxDepth} levels of nesting` },
  noSuchName: { ru: 'Такого атрибута здесь нет', en: 'There is no such attribute here' },
} as const satisfies Record<string, Text>;
