import { useTranslation } from 'react-i18next';
import { useNameOf } from '../manage/use-name-of.ts';

interface Person {
  readonly id: string;
  readonly isMe: boolean;
}

/** Says who of the carrier's people somebody is: oneself, or a colleague, by the name where it is known. */
export function useWho(): (person: Person) => string {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return ({ id, isMe }) => (isMe ? t('review.me') : (nameOf(id) ?? t('review.colleague')));
}
