import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { meQuery } from '../../entities/me/me.ts';
import { findOperators } from '../../entities/operator/find-operators.ts';
import { portfolioQuery } from '../../entities/operator/portfolio-query.ts';
import { operatorInAddress } from './operator-in-address.ts';
import { searchQuery } from './search-query.ts';

/** Pause in typing before the search, in milliseconds. */
const pause = 200;
/** Maximum number of operators among the results. */
const maxOperators = 4;

/** Search results other than pages. */
export function useFinds(typed: string) {
  const { data: me } = useSuspenseQuery(meQuery);
  const { pathname, search } = useLocation();
  const [question] = useDebouncedValue(typed.trim(), pause);
  const carrier = me.side === 'carrier';
  const operatorId = carrier ? operatorInAddress({ pathname, search }, question) : undefined;
  const mayAsk = me.roles.some((role) => role !== 'finance' && role !== 'carrier-administrator');
  const needsOperator = mayAsk && carrier && operatorId === undefined;
  const found = useQuery(searchQuery(question, operatorId, mayAsk && !needsOperator));
  const portfolio = useQuery({ ...portfolioQuery, enabled: me.roles.includes('manager') });
  return {
    orders: question === '' ? [] : (found.data?.order ?? []),
    services: question === '' ? [] : (found.data?.product ?? []),
    operators: question === '' ? [] : findOperators(portfolio.data ?? [], question).slice(0, maxOperators),
    failed: found.isError,
    searching: found.isFetching || question !== typed.trim(),
    needsOperator,
  };
}
