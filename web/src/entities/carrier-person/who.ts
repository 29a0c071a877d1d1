import { useTranslation } from 'react-i18next';
import { useNameOf } from './use-name-of.ts';

interface Person {
  readonly id: string;
  readonly isMe: boolean;
}

/** The first signs of a subject: enough to tell people apart, and to find them in the Cognito console. */
const shortId = 8;

/** Calls one of the carrier's people by name, or by the beginning of the subject where there is none any more. */
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
 * Names a person of the carrier: “you”, or a colleague, by name where it is known. What nobody did
 * happened by itself.
 */
export function useWho(): (person: Person | undefined) => string {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return (person) => {
    if (person === undefined) return t('person.automatically');
    return person.isMe ? t('person.me') : (nameOf(person.id) ?? t('person.colleague'));
  };
}
