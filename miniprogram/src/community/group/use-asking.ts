import Taro from '@tarojs/taro';
import type { GroupQuestion } from '@siyu/shared/contracts/communities';
import { communitiesRoutes } from '@siyu/shared/contracts/communities.routes';
import { call } from '../../api/call';
import { useWriting, type Writing } from '../../queues/use-writing';
import { say } from '../../words/say';

/** A question to a group. */
export function useAsking(groupId: string, onAsked: (question: GroupQuestion) => void): Writing {
  return useWriting({
    placeId: groupId,
    async hand(questionId, text) {
      onAsked(await call(communitiesRoutes.ask, { params: { groupId }, body: { questionId, text } }));
      void Taro.showToast({ title: say('group.ask.done'), icon: 'none' });
    },
    keptSentence: (reason) => say('group.ask.kept', { reason }),
  });
}
