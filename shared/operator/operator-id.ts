import { CabinetError } from '../errors.ts';

/** How long the part of a proposed id is that comes of the name: an ИНН fits behind it into the 32 of an id. */
const longest = 20;

/** Forms of a company that say nothing of who it is. */
const legalForms =
  /(^|[^\p{L}])(ООО|ОАО|ПАО|ЗАО|НАО|АО|ИП|ФГУП|МУП|АНО|общество с ограниченной ответственностью|(публичное |закрытое |открытое )?акционерное общество|индивидуальный предприниматель)(?=[^\p{L}]|$)/giu;

/** Letters as passports write them (ICAO Doc 9303, part 3, section 6). */
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
 * Ids to propose for a new operator, the best first: the name as one can type it, and, where another operator has that,
 * the same with the ИНН, which nobody else has.
 */
export function proposeOperatorIds(name: string, taxpayerNumber: string): readonly [string, string] {
  const latin = name
    .replaceAll(legalForms, '$1')
    .toLowerCase()
    .replaceAll(/[а-яё]/g, (letter) => letters[letter] ?? '')
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, longest);
  const unique = `${latin}${taxpayerNumber}`;
  return [latin.length < 2 ? unique : latin, unique];
}

/** The id that a new operator was to get is another's. */
export function operatorIdTaken(): CabinetError {
  const message = {
    ru: 'Такой код оператора уже занят: назовите другой в operatorId',
    en: 'Another operator has this id: name another in operatorId',
  };
  return new CabinetError('alreadyExists', { message, problems: [{ pointer: '/operatorId', message }] });
}
