import type { ConsentState } from '@siyu/shared/contracts/identity';
import { ADULT_STATEMENT, type ConsentPurpose } from '@siyu/shared/contracts/identity.limits';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { call } from '../api/call';
import { deedQueue, eventQueue } from '../queues/queues';
import { forgetGroupEntry } from '../queues/group-entry';
import { forgetTextDrafts } from '../queues/text-drafts';
import { forgetQuizDrafts } from '../queues/quiz-drafts';
import { forgetTouches, settleTouches, waitingTouches } from '../queues/touch-list';
import { dropCached } from '../reading/cached';
import { session } from './session';
import { refreshMember } from './sign-in';

export async function listConsents(): Promise<readonly ConsentState[]> {
  return (await call(identityRoutes.listConsents, {})).consents;
}

export interface Decision {
  readonly purpose: ConsentPurpose;
  readonly textVersion: string;
  readonly isGranted: boolean;
}

const joins = (decisions: readonly Decision[]): boolean =>
  decisions.some(({ purpose, isGranted }) => purpose === 'SERVICE' && isGranted);

/** Tells the server what the member has decided, each purpose by itself, and takes over what follows from it. */
export async function decideConsents(decisions: readonly Decision[]): Promise<readonly ConsentState[]> {
  const touches = joins(decisions) ? waitingTouches() : [];
  const { consents } = await call(identityRoutes.decideConsents, {
    body: {
      decisions: [...decisions],
      // The button by which a person joins says it in these words (REQ-PI-9).
      ...(joins(decisions) && { adultStatement: ADULT_STATEMENT.version }),
      ...(touches.length > 0 && { touches: [...touches] }),
    },
  });
  settleTouches(touches);
  const { member } = session.get();
  if (member !== null && decisions.some(({ purpose, isGranted }) => purpose === 'SERVICE' && !isGranted)) {
    // Without consent nothing may be kept, so what has not been delivered is not delivered any more.
    eventQueue.forget(member.memberId);
    deedQueue.forget(member.memberId);
    forgetQuizDrafts(member.memberId);
    forgetTextDrafts(member.memberId);
    forgetTouches();
    forgetGroupEntry();
    dropCached();
  }
  await refreshMember();
  return consents;
}
