import { CabinetError } from '../errors.ts';

/** Maximum length of the name in a proposed id, so that the name and an ИНН fit into 32 characters. */
const maxNameLength = 20;

/** Legal forms, which are left out of ids. */
const legalForms =
  /(^|[^\p{L}])(ООО|ОАО|ПАО|ЗАО|НАО|АО|ИП|ФГУП|МУП|АНО|общество с ограниченной ответственностью|(публичное |закрытое |открытое )?акционерное общество|индивидуальный предприниматель)(?=[^\p{L}]|$)/giu;

/** Transliteration as in passports (ICAO Doc 9303, part 3, section 6). */
const letters: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: 'ie',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/**
 * Proposed ids for a new operator: the transliterated name, and, if that is taken, the name with the ИНН, which is unique.
 */
export function proposeOperatorIds(name: string, taxpayerNumber: string): readonly [string, string] {
  const latin = name
    .replaceAll(legalForms, '$1')
    .toLowerCase()
    .replaceAll(/[а-яё]/g, (letter) => letters[letter] ?? '')
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, maxNameLength);
  const unique = `${latin}${taxpayerNumber}`;
  return [latin.length < 2 ? unique : latin, unique];
}

/** The error for an operator id that is taken. */
export function operatorIdTaken(): CabinetError {
  const message = {
    ru: 'Такой код оператора уже занят: укажите другой в operatorId',
    en: 'Another operator already has this id: specify another one in operatorId',
  };
  return new CabinetError('alreadyExists', { message, problems: [{ pointer: '/operatorId', message }] });
}
