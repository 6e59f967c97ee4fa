import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom, useRouter, useShareAppMessage } from '@tarojs/taro';
import { useEffect } from 'react';
import type { GroupCard } from '@siyu/shared/contracts/communities';
import type { GroupNotice } from '@siyu/shared/contracts/group-page';
import { CodeLine } from '../../components/check-code';
import { LessonRow } from '../../components/lesson-row';
import { More } from '../../components/more';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { giveShareTickets } from '../../phone/share-tickets';
import { openShareKey, withShareKey } from '../../queues/share-key';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import { Ask } from './ask';
import { Question } from './question';
import { ShareGroup } from './share-group';
import { type Group, useGroup } from './use-group';
import './index.scss';

export default function GroupPage() {
  const { params } = useRouter();
  const groupId = params['groupId'] ?? '';
  const group = useGroup(groupId);
  const name = group.data?.page.group.name ?? null;
  const card = () => ({
    title: name === null ? say('app.name') : say('group.share.title', { name }),
    path: withShareKey(`/community/group/index?groupId=${groupId}`),
  });

  useEffect(() => {
    giveShareTickets();
    void openShareKey();
  }, []);
  useShareAppMessage(card);
  usePullDownRefresh(() => {
    void group.reload().then(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => void group.loadMore());
  return (
    <Screen name="group">
      {group.data !== null ? (
        <>
          <Ready group={group} loaded={group.data} />
          <ShareGroup {...card()} />
        </>
      ) : group.problem !== null ? (
        <Failure sentence={group.problem} onRetry={() => void group.reload()} />
      ) : (
        <Skeleton />
      )}
    </Screen>
  );
}

interface ReadyProps {
  readonly group: Group;
  readonly loaded: NonNullable<Group['data']>;
}

function Ready({ group, loaded }: ReadyProps) {
  const { notices, lessons, questions, group: card } = loaded.page;
  return (
    <>
      <Card card={card} code={loaded.code} />
      {notices.length === 0 && lessons.length === 0 ? (
        <Blank title={say('group.quiet')} hint={say('group.quiet.hint')} />
      ) : null}
      {notices.length === 0 ? null : <Notices notices={notices} />}
      {lessons.length === 0 ? null : (
        <>
          <Heading text={say('group.lessons')} />
          <View id="group-lessons" className="card card--rows group__rows">
            {lessons.map((lesson) => (
              <LessonRow key={lesson.lessonId} lesson={lesson} />
            ))}
          </View>
        </>
      )}
      <Heading text={say('group.questions')} />
      <Ask groupId={card.groupId} onAsked={group.addQuestion} />
      <View id="group-questions">
        {questions.map((question) => (
          <Question key={question.questionId} question={question} />
        ))}
      </View>
      {questions.length === 0 ? (
        <Text className="meta group__none">{say('group.no_questions')}</Text>
      ) : (
        <More
          id="questions-more"
          text={say('group.more')}
          hasMore={loaded.nextCursor !== null}
          isLoadingMore={group.isLoadingMore}
          moreProblem={group.moreProblem}
          onMore={() => void group.loadMore()}
        />
      )}
    </>
  );
}

function Heading({ text }: { readonly text: string }) {
  return (
    <View className="section">
      <Text className="section__title">{text}</Text>
    </View>
  );
}

function Card({ card, code }: { readonly card: GroupCard; readonly code: string | null }) {
  return (
    <View id="group-card" className="card group__card">
      <Text className="heading">{card.name}</Text>
      <Text className="sub">{ownerInWords(card)}</Text>
      <View className="group__foot">
        <Text className="meta">{say('group.members', { count: card.memberCount })}</Text>
        {code === null ? null : <CodeLine kind="group" code={code} />}
      </View>
    </View>
  );
}

function ownerInWords({ ownerName: name, ownerRegistrationNo: registrationNo }: GroupCard): string {
  if (name === null) return say('group.no_owner');
  return registrationNo === null
    ? say('group.owner', { name })
    : say('group.owner.registered', { name, registrationNo });
}

function Notices({ notices }: { readonly notices: readonly GroupNotice[] }) {
  return (
    <>
      <Heading text={say('group.notices')} />
      <View id="group-notices" className="card card--rows">
        {notices.map(({ noticeId, text, authorName, publishedAt }) => (
          <View key={noticeId} className="group__notice">
            <Text className="group__words">{text}</Text>
            <Text className="meta">
              {authorName} · {momentInWords(publishedAt)}
            </Text>
          </View>
        ))}
      </View>
    </>
  );
}
