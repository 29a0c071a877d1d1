import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Ok } from '../../api/contract.ts';
import { chooseLanguage } from '../../i18n/i18n.ts';
import { currentLanguage } from '../../i18n/languages.ts';
import { unwrap } from '../../api/problem.ts';

/** The signed-in user: side, roles, operator. */
export type Me = Ok<'/cabinet/v1/me'>;

/** The signed-in user, loaded once per session; an error says what is wrong with the account. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async () => {
    const me = unwrap(await api.GET('/cabinet/v1/me'));
    // A language chosen on another device takes precedence over this browser's preference.
    if (me.language !== undefined && me.language !== currentLanguage()) await chooseLanguage(me.language);
    return me;
  },
  staleTime: 60_000,
});
