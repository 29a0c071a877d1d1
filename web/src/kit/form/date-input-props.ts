import 'dayjs/locale/ru';
import '@mantine/dates/styles.css';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/languages.ts';
import { moscowToday } from '../format/moscow-day.ts';
import { parseTypedDate } from './typed-date.ts';

/** Properties of a date input: the reader's language, weeks from Monday, no past dates. */
export function useDateInputProps() {
  const { t } = useTranslation();
  const language = currentLanguage();
  return {
    locale: language,
    valueFormat: language === 'ru' ? 'DD.MM.YYYY' : 'DD MMM YYYY',
    placeholder: t('date.placeholder'),
    minDate: moscowToday(),
    dateParser: parseTypedDate,
    previousLabel: t('date.earlier'),
    nextLabel: t('date.later'),
  };
}
