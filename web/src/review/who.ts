import { useTranslation } from 'react-i18next';

/** Says who of the carrier's people somebody is, as far as the reader needs to know: oneself or a colleague. */
export function useWho(): (person: { readonly isMe: boolean }) => string {
  const { t } = useTranslation();
  return ({ isMe }) => t(isMe ? 'review.me' : 'review.colleague');
}
