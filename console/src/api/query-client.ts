import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { explainError } from './explain-error.ts';
import { hasCode } from './problem-error.ts';

/** Nobody was at the page for so long that the session has ended. */
export const isIdle = (error: unknown): boolean => hasCode(error, 'identity.session_idle');
export const isSignedOut = (error: unknown): boolean =>
  hasCode(error, 'http.unauthenticated') || isIdle(error);

/** A 401 anywhere asks for the session again; its own 401 then leads to the sign-in page. */
function onError(error: unknown, queryKey?: readonly unknown[]): void {
  if (!isSignedOut(error) || queryKey?.[0] === 'session') return;
  // Known already: a page behind the sign-in goes on asking, the session is asked for once.
  if (!isSignedOut(queryClient.getQueryState(['session'])?.error))
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
