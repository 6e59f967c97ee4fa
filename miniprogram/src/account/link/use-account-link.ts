import type { SentLinkCode } from '@siyu/shared/contracts/account-link';
import { accountLinkRoutes } from '@siyu/shared/contracts/account-link.routes';
import type { ConsentState } from '@siyu/shared/contracts/identity';
import { useState } from 'react';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { decideConsents } from '../../session/consents';
import { takeMember } from '../../session/sign-in';

/** What the page is doing; `problem` is why the last act did not succeed. */
interface LinkState {
  readonly isBusy: boolean;
  readonly problem: string | null;
  /** The code that is on its way; null before one has been asked for. */
  readonly sent: SentLinkCode | null;
}
interface AccountLink extends LinkState {
  readonly send: (accountNo: string, phone: string) => Promise<boolean>;
  readonly finish: (code: string) => Promise<void>;
  readonly startOver: () => void;
}

/**
 * The two steps of linking. The separate consent is given with the first of them, when it was ticked.
 * @param consent the separate consent as it stands
 */
export function useAccountLink(consent: ConsentState | null): AccountLink {
  const [state, setState] = useState<LinkState>({ isBusy: false, problem: null, sent: null });
  const [isGranted, setGranted] = useState(false);

  const run = async (act: () => Promise<Partial<LinkState>>): Promise<boolean> => {
    setState((before) => ({ ...before, isBusy: true, problem: null }));
    try {
      const change = await act();
      setState((before) => ({ ...before, ...change, isBusy: false }));
      return true;
    } catch (error) {
      setState((before) => ({ ...before, isBusy: false, problem: sentenceOfError(error) }));
      return false;
    }
  };

  return {
    ...state,
    send: (accountNo, phone) =>
      run(async () => {
        if (consent !== null && !consent.isGranted && !isGranted) {
          const { purpose, textVersion } = consent;
          await decideConsents([{ purpose, textVersion, isGranted: true }]);
          setGranted(true);
        }
        return { sent: await call(accountLinkRoutes.startAccountLink, { body: { accountNo, phone } }) };
      }),
    finish: async (code) => {
      await run(async () => {
        takeMember(await call(accountLinkRoutes.finishAccountLink, { body: { code } }));
        return { sent: null };
      });
    },
    startOver: () => {
      setState({ isBusy: false, problem: null, sent: null });
    },
  };
}
