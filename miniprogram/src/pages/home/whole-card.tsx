import { Text, View } from '@tarojs/components';
import type { PosterCard, ShortCard } from '@siyu/shared/contracts/content-kinds';
import { Chip } from '../../components/chip';
import { Tap } from '../../components/tap';
import { basisInWords } from '../../reading/basis-in-words';
import { authorInWords, labelInWords } from '../../reading/label-in-words';
import { openLesson } from '../../reading/open-lesson';
import { dayInWords } from '../../words/dates';
import { say } from '../../words/say';
import { PosterPicture } from './poster-picture';
import { useSeen } from './use-seen';
import './whole-card.scss';

interface WholeCardProps {
  readonly cardId: string;
  readonly content: ShortCard | PosterCard;
  readonly reason: string;
}

/** A card or a poster: nothing of it stands elsewhere, so it has been read once it was on the screen. */
export function WholeCard({ cardId, content, reason }: WholeCardProps) {
  const titleId = `title-${cardId}`;
  useSeen(content.lessonId, titleId);
  const author = authorInWords(content);
  const basis = basisInWords(content);
  const { target } = content;
  return (
    <View id={`whole-${cardId}`} className="card feed-card">
      <Chip text={reason} />
      <View id={titleId} className="card-title whole-card__title">
        <Text>{content.title}</Text>
      </View>
      {content.kind === 'poster' ? (
        <PosterPicture picture={content.picture} />
      ) : (
        <View className="whole-card__text">{content.summary}</View>
      )}
      <Text className="meta">
        {[
          labelInWords(content),
          say('content.by', { firm: content.firmName }),
          dayInWords(content.publishedOn),
          say('lesson.source', { source: content.source }),
          ...(basis === null ? [] : [basis]),
          ...(author === null ? [] : [author]),
        ].join(' · ')}
      </Text>
      <View className="whole-card__risk">{content.riskNote}</View>
      {target === null ? null : (
        <Tap
          id={`target-${cardId}`}
          className="link whole-card__target"
          onTap={() => {
            openLesson(target.lessonId);
          }}
        >
          <Text>{say(`content.target.${target.kind}`, { title: target.title })}</Text>
        </Tap>
      )}
    </View>
  );
}
