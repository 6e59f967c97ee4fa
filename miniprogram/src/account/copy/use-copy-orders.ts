import type { CopyOrder } from '@siyu/shared/contracts/privacy';
import type { CopyFormat } from '@siyu/shared/contracts/privacy.limits';
import { privacyRoutes } from '@siyu/shared/contracts/privacy.routes';
import { useCallback, useEffect, useRef, useState } from 'react';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { uuidV7 } from '../../phone/uuid-v7';
import { fetchLoginCode } from '../../session/login-code';
import { session } from '../../session/session';
import { say } from '../../words/say';

const LOOK_EVERY_MS = 1_000;

interface LoadedOrders {
  readonly orders: readonly CopyOrder[];
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly order: (format: CopyFormat) => Promise<void>;
}

/** The files that were asked for; while one is being made it is looked at again and again. */
export function useCopyOrders(): LoadedOrders {
  const [orders, setOrders] = useState<readonly CopyOrder[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  // A request whose answer was lost is repeated under its id.
  const next = useRef(uuidV7(Date.now()));

  const look = useCallback(async (): Promise<void> => {
    try {
      setOrders((await call(privacyRoutes.listCopyOrders, {})).orders);
      setProblem(null);
    } catch (error) {
      setProblem(sentenceOfError(error));
    }
  }, []);
  useEffect(() => void look(), [look]);
  const isUnderway = orders.some(({ state }) => state === 'QUEUED' || state === 'RUNNING');
  useEffect(() => {
    if (!isUnderway) return;
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [isUnderway, look]);

  const order = async (format: CopyFormat): Promise<void> => {
    setBusy(true);
    try {
      const login = await fetchLoginCode(session.get().runtime);
      if (login.kind !== 'code') throw new Error(say('copy.file.no_login'));
      const params = { orderId: next.current };
      await call(privacyRoutes.orderCopy, { params, body: { format, code: login.code } });
      next.current = uuidV7(Date.now());
      await look();
    } catch (error) {
      setProblem(sentenceOfError(error));
    }
    setBusy(false);
  };
  return { orders, problem, isBusy, order };
}
