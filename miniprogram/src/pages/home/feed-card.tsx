import { Text, View } from '@tarojs/components';
import type { LessonCard } from '@siyu/shared/contracts/content';
import type { ArticleCard } from '@siyu/shared/contracts/content-kinds';
import type { FeedCard } from '@siyu/shared/contracts/feed';
import { STAGES } from '@siyu/shared/contracts/scoring.limits';
import { stageNames } from '@siyu/shared/messages';
import { Chip } from '../../components/chip';
import { Tap } from '../../components/tap';
import { labelInWords, signatureInWords } from '../../reading/label-in-words';
import { openLesson } from '../../reading/open-lesson';
import { dayInWords } from '../../words/dates';
import { pathInWords } from '../../reading/place-in-words';
import { say } from '../../words/say';
import { WholeCard } from './whole-card';

export function FeedCardView({ card }: { readonly card: FeedCard }) {
  const { cardId, content } = card;
  const reason = reasonInWords(card.reason);
  return content.kind === 'card' || content.kind === 'poster' ? (
    <WholeCard cardId={cardId} content={content} reason={reason} />
  ) : (
    <ReadingCard cardId={cardId} content={content} reason={reason} />
  );
}

interface ReadingCardProps {
  readonly cardId: string;
  readonly content: LessonCard | ArticleCard;
  readonly reason: string;
}

/** Leads to a text that has a page of its own. */
function ReadingCard({ cardId, content, reason }: ReadingCardProps) {
  const signature = signatureInWords(content);
  const { minutes } = content;
  return (
    <Tap
      id={`card-${cardId}`}
      className="card feed-card"
      onTap={() => {
        openLesson(content.lessonId);
      }}
    >
      <Chip text={reason} />
      <Text className="card-title feed-card__title">{content.title}</Text>
      <View className="feed-card__summary">{firstLines(content.summary)}</View>
      <Text className="meta">
        {[
          labelInWords(content),
          ...(content.kind === 'article'
            ? [say('article.meta', { minutes })]
            : [pathInWords(content.pathTitle), say('lesson.meta', { minutes })]),
          content.firmName,
          dayInWords(content.publishedOn),
        ].join(' · ')}
      </Text>
      {signature === null ? null : <Text className="meta">{signature}</Text>}
    </Tap>
  );
}

/** Two lines are shown, on a large phone this much; the rest would only be carried to the screen in vain. */
const SUMMARY_SHOWN = 43;
const firstLines = (summary: string): string =>
  summary.length > SUMMARY_SHOWN ? `${summary.slice(0, SUMMARY_SHOWN)}…` : summary;

/** The true reason as the server gave it; a stage is called by its name. */
function reasonInWords({ code, params }: FeedCard['reason']): string {
  const stage = STAGES.find((each) => each === params['stage']);
  return say(`feed.reason.${code}`, stage === undefined ? params : { ...params, stage: stageNames[stage] });
}
