import type { NameTrustedContact, OwnProtection } from '@siyu/shared/contracts/elder';
import { elderRoutes } from '@siyu/shared/contracts/elder.routes';
import { useState } from 'react';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { useStore } from '../../phone/store';
import { type Loaded, useLoaded } from '../../reading/use-loaded';
import { session } from '../../session/session';

export interface Protection {
  readonly loaded: Loaded<OwnProtection>;
  readonly isBusy: boolean;
  /** Why the last act failed. */
  readonly problem: string | null;
  /** @returns whether it is done */
  readonly sayBirthYear: (birthYear: number) => Promise<boolean>;
  readonly nameContact: (contact: NameTrustedContact) => Promise<boolean>;
  readonly forgetContact: () => Promise<boolean>;
}

/** The member's year of birth and trusted contact, and the acts on them. */
export function useProtection(): Protection {
  const { phase } = useStore(session);
  const loaded = useLoaded<OwnProtection>(
    'protection',
    () => call(elderRoutes.getOwn, {}),
    phase === 'entered',
  );
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const act = async (asked: Promise<OwnProtection>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    let isDone = true;
    try {
      const own = await asked;
      loaded.change(() => own);
    } catch (error) {
      setProblem(sentenceOfError(error));
      isDone = false;
    }
    setBusy(false);
    return isDone;
  };
  return {
    loaded,
    isBusy,
    problem,
    sayBirthYear: (birthYear) => act(call(elderRoutes.sayBirthYear, { body: { birthYear } })),
    nameContact: (body) => act(call(elderRoutes.nameTrustedContact, { body })),
    forgetContact: () => act(call(elderRoutes.forgetTrustedContact, {})),
  };
}
