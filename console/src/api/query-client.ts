import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { explainError } from './explain-error.ts';
import { hasCode } from './problem-error.ts';

export const isSignedOut = (error: unknown): boolean => hasCode(error, 'http.unauthenticated');

/** A 401 anywhere asks for the session again; its own 401 then leads to the sign-in page. */
function onError(error: unknown, queryKey?: readonly unknown[]): void {
  if (isSignedOut(error) && queryKey?.[0] !== 'session')
    void queryClient.invalidateQueries({ queryKey: ['session'] });
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => onError(error, query.queryKey) }),
  mutationCache: new MutationCache({ onError: (error) => onError(error) }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // One quiet second try, and only where it can help; the page offers the next one.
      retry: (failures, error) => failures < 1 && explainError(error).canRetry,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
