import type { QueryKey } from '@tanstack/react-query';
import { queryClient } from './query-client.ts';

/**
 * Puts what an act answered in the place of what is asked for there: an older answer that is still on its way must not
 * come over it.
 */
export function putAnswer(queryKey: QueryKey, answer: object): void {
  void queryClient.cancelQueries({ queryKey, exact: true });
  queryClient.setQueryData(queryKey, answer);
}
