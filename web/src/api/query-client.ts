import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './problem.ts';

/** A refusal is an answer: only what failed on the way is asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status < 500),
    },
    mutations: { retry: false },
  },
});
