import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, sentenceOfError } from '../api/api-error';
import { findCached, forgetCached, keepCached } from './cached';

export interface Loaded<T> {
  readonly data: T | null;
  /** Why the last attempt failed; null when it succeeded. */
  readonly problem: string | null;
  /** Its code; null where there is none. */
  readonly problemCode: string | null;
  readonly isLoading: boolean;
  readonly reload: () => Promise<void>;
  readonly change: (edit: (before: T) => T) => void;
}

/**
 * Something from the server with its states. The last answer under `name` shows at once and stays when a
 * reload fails, so a page never goes blank that had something to say; unless the server says that it is gone.
 * @param name null: nothing of it may stay on the phone
 */
export function useLoaded<T extends object>(
  name: string | null,
  load: () => Promise<T>,
  isReady: boolean,
): Loaded<T> {
  const [data, setData] = useState<T | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [problemCode, setProblemCode] = useState<string | null>(null);
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
      if (name !== null) keepCached(name, loaded);
      setData(loaded);
      setProblem(null);
      setProblemCode(null);
    } catch (error) {
      if (mine !== turn.current) return;
      // What the server says is not there, or not for this member any more, is not shown from memory either.
      if (isGone(error)) {
        if (name !== null) forgetCached(name);
        setData(null);
      } else setData((before) => before ?? (name === null ? null : findCached<T>(name)));
      setProblem(sentenceOfError(error));
      setProblemCode(error instanceof ApiError ? error.code : null);
    }
    setLoading(false);
  }, [name]);

  useEffect(() => {
    if (isReady) void reload();
  }, [isReady, reload]);

  const change = useCallback((edit: (before: T) => T) => {
    setData((before) => (before === null ? before : edit(before)));
  }, []);
  return { data, problem, problemCode, isLoading, reload, change };
}

const isGone = (error: unknown): boolean =>
  error instanceof ApiError && [403, 404, 410].includes(error.status);
