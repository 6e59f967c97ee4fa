import { useCallback, useEffect, useRef, useState } from 'react';
import { sentenceOfError } from '../api/api-error';
import { findCached, keepCached } from './cached';

export interface Loaded<T> {
  readonly data: T | null;
  /** Why the last attempt failed; null when it succeeded. */
  readonly problem: string | null;
  readonly isLoading: boolean;
  readonly reload: () => Promise<void>;
  readonly change: (edit: (before: T) => T) => void;
}

/**
 * Something from the server with its states. The last answer under `name` shows at once and stays when a
 * reload fails, so a page never goes blank that had something to say.
 */
export function useLoaded<T extends object>(
  name: string,
  load: () => Promise<T>,
  isReady: boolean,
): Loaded<T> {
  const [data, setData] = useState<T | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isLoading, setLoading] = useState(true);
  const latest = useRef(load);
  latest.current = load;
  const turn = useRef(0);

  const reload = useCallback(async () => {
    const mine = ++turn.current;
    setLoading(true);
    try {
      const loaded = await latest.current();
      if (mine !== turn.current) return;
      keepCached(name, loaded);
      setData(loaded);
      setProblem(null);
    } catch (error) {
      if (mine !== turn.current) return;
      setData((before) => before ?? findCached<T>(name));
      setProblem(sentenceOfError(error));
    }
    setLoading(false);
  }, [name]);

  useEffect(() => {
    if (isReady) void reload();
  }, [isReady, reload]);

  const change = useCallback((edit: (before: T) => T) => {
    setData((before) => (before === null ? before : edit(before)));
  }, []);
  return { data, problem, isLoading, reload, change };
}
