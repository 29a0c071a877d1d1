import { useTranslation } from 'react-i18next';
import { useNameOf } from './use-name-of.ts';

interface Person {
  readonly id: string;
  readonly isMe: boolean;
}

/** The first characters of a subject: enough to distinguish people and to find them in the Cognito console. */
const shortId = 8;

/** Name of one of the carrier's people, or the beginning of the subject if the account no longer exists. */
export function useCalled(): (id: string) => string {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return (id) => nameOf(id) ?? t('person.unnamed', { id: id.slice(0, shortId) });
}

/** Names a person of the carrier: “you”, or the exact name. */
export function useWhoExactly(): (person: Person) => string {
  const { t } = useTranslation();
  const called = useCalled();
  return ({ id, isMe }) => (isMe ? t('person.me') : called(id));
}

/**
 * Names a person of the carrier: “you”, or a colleague by name if it is known. Without a person it happened
 * automatically.
 */
export function useWho(): (person: Person | undefined) => string {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return (person) => {
    if (person === undefined) return t('person.automatically');
    return person.isMe ? t('person.me') : (nameOf(person.id) ?? t('person.colleague'));
  };
}
