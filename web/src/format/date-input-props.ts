import 'dayjs/locale/ru';
import '@mantine/dates/styles.css';
import { currentLanguage } from '../i18n/languages.ts';
import { moscowToday } from './moscow-day.ts';
import { parseTypedDate } from './typed-date.ts';

/** How a date is written, typed and chosen: in the reader's language, weeks from Monday, not in the past. */
export function useDateInputProps() {
  const language = currentLanguage();
  return {
    locale: language,
    valueFormat: language === 'ru' ? 'DD.MM.YYYY' : 'DD MMM YYYY',
    minDate: moscowToday(),
    dateParser: parseTypedDate,
  };
}
