import { useTranslation } from 'react-i18next';
import { useNameOf } from '../manage/use-name-of.ts';

interface Person {
  readonly id: string;
  readonly isMe: boolean;
}

/**
 * Says who of the carrier's people somebody is: oneself, or a colleague, by the name where it is known. What nobody did
 * happened by itself.
 */
export function useWho(): (person: Person | undefined) => string {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return (person) => {
    if (person === undefined) return t('review.byItself');
    return person.isMe ? t('review.me') : (nameOf(person.id) ?? t('review.colleague'));
  };
}
