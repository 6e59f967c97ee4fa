import Taro from '@tarojs/taro';
import { accountClosingRoutes } from '@siyu/shared/contracts/account-closing.routes';
import { CLOSING_TEXT_VERSION } from '@siyu/shared/contracts/privacy.limits';
import { call } from '../api/call';
import { deedQueue, eventQueue } from '../queues/queues';
import { forgetTextDrafts } from '../queues/text-drafts';
import { forgetQuizDrafts } from '../queues/quiz-drafts';
import { forgetTouches } from '../queues/touch-list';
import { say } from '../words/say';
import { session } from './session';
import { forgetMember } from './sign-in';

/**
 * Closes the account on the server, then forgets on the phone whatever was the member's.
 * @param farewell what is said at the end
 */
export async function closeAccount(closingId: string, farewell = say('closing.done')): Promise<void> {
  // The member as they are now: a repeat that the server answers to a new session must still forget the former one.
  const { member } = session.get();
  await call(accountClosingRoutes.closeAccount, {
    params: { closingId },
    body: { textVersion: CLOSING_TEXT_VERSION, isUnderstood: true },
  });
  if (member !== null) {
    eventQueue.forget(member.memberId);
    deedQueue.forget(member.memberId);
    forgetQuizDrafts(member.memberId);
    forgetTextDrafts(member.memberId);
    forgetTouches();
  }
  forgetMember(farewell);
  await Taro.reLaunch({ url: '/pages/welcome/index' });
}
