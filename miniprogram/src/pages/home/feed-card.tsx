import { Text, View } from '@tarojs/components';
import type { FeedCard } from '@siyu/shared/contracts/feed';
import { STAGES } from '@siyu/shared/contracts/scoring.limits';
import { stageNames } from '@siyu/shared/messages';
import { Chip } from '../../components/chip';
import { Tap } from '../../components/tap';
import { labelInWords, signatureInWords } from '../../reading/label-in-words';
import { openLesson } from '../../reading/open-lesson';
import { dayInWords } from '../../words/dates';
import { say } from '../../words/say';

export function FeedCardView({ card }: { readonly card: FeedCard }) {
  const { lesson } = card;
  const signature = signatureInWords(lesson);
  return (
    <Tap
      id={`card-${card.cardId}`}
      className="card feed-card"
      onTap={() => {
        openLesson(lesson.lessonId);
      }}
    >
      <Chip text={reasonInWords(card.reason)} />
      <Text className="card-title feed-card__title">{lesson.title}</Text>
      <View className="feed-card__summary">{firstLines(lesson.summary)}</View>
      <Text className="meta">
        {[
          labelInWords(lesson),
          lesson.pathTitle,
          say('lesson.meta', { minutes: lesson.minutes }),
          say('lesson.published', { date: dayInWords(lesson.publishedOn) }),
        ].join(' · ')}
      </Text>
      {signature === null ? null : <Text className="meta">{signature}</Text>}
    </Tap>
  );
}

/** Two lines are shown, on a large phone this much; the rest would only be carried to the screen in vain. */
const SUMMARY_SHOWN = 46;
const firstLines = (summary: string): string =>
  summary.length > SUMMARY_SHOWN ? `${summary.slice(0, SUMMARY_SHOWN)}…` : summary;

/** The true reason as the server gave it; a stage is called by its name. */
function reasonInWords({ code, params }: FeedCard['reason']): string {
  const stage = STAGES.find((each) => each === params['stage']);
  return say(`feed.reason.${code}`, stage === undefined ? params : { ...params, stage: stageNames[stage] });
}
