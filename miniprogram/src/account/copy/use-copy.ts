import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import { privacyRoutes } from '@siyu/shared/contracts/privacy.routes';
import { useCallback, useEffect, useState } from 'react';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';

interface LoadedCopy {
  readonly copy: AccessCopy | null;
  readonly problem: string | null;
  readonly reload: () => void;
}

/** The copy with its states. Unlike other pages nothing of it stays on the phone. */
export function useCopy(isReady: boolean): LoadedCopy {
  const [copy, setCopy] = useState<AccessCopy | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const reload = useCallback(() => {
    setProblem(null);
    call(privacyRoutes.getAccessCopy, {}).then(setCopy, (error: unknown) => {
      setProblem(sentenceOfError(error));
    });
  }, []);
  useEffect(() => {
    if (isReady) reload();
  }, [isReady, reload]);
  return { copy, problem, reload };
}
