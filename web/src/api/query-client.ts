import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './problem.ts';

/** Retries failed requests only: an error answer is an answer. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status < 500),
    },
    mutations: { retry: false },
  },
});
