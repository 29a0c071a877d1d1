import { useTranslation } from 'react-i18next';

/** The first signs of a subject: enough to tell people apart, and to find them in the Cognito console. */
const shortId = 8;

/** The beginning of a subject, as people read it. */
export function shortened(id: string): string {
  return id.slice(0, shortId);
}

/** Says which one of the carrier's people somebody is: oneself, or by the beginning of the subject. */
export function useWhoExactly(): (person: { readonly id: string; readonly isMe: boolean }) => string {
  const { t } = useTranslation();
  return ({ id, isMe }) => (isMe ? t('review.me') : t('openings.person', { id: shortened(id) }));
}

/** Says who of the carrier's people somebody is, as far as the reader needs to know: oneself or a colleague. */
export function useWho(): (person: { readonly isMe: boolean }) => string {
  const { t } = useTranslation();
  return ({ isMe }) => t(isMe ? 'review.me' : 'review.colleague');
}
