import { Text, View } from '@tarojs/components';
import type { SharedLesson } from '@siyu/shared/contracts/content';
import { Chip } from '../../components/chip';
import { preferences } from '../../phone/preferences';
import { useStore } from '../../phone/store';
import { basisInWords } from '../../reading/basis-in-words';
import { labelInWords } from '../../reading/label-in-words';
import { dayInWords, monthInWords } from '../../words/dates';
import { pathInWords } from '../../reading/place-in-words';
import { say } from '../../words/say';

interface WordsProps {
  readonly lesson: SharedLesson;
}

/** What a text is, who wrote it and under whose name it is published. */
export function LessonHead({ lesson }: WordsProps) {
  const { name, registrationNo } = lesson.author;
  return (
    <>
      <Text id="lesson-title" className="heading lesson__title">
        {lesson.title}
      </Text>
      <View id="lesson-label">
        <Chip text={labelInWords(lesson)} tone={lesson.label === 'advice' ? 'gold' : 'ink'} />
      </View>
      <Text className="meta lesson__meta">
        {lesson.kind === 'article'
          ? say('article.meta', { minutes: lesson.minutes })
          : `${pathInWords(lesson.pathTitle)} · ${say('lesson.meta', { minutes: lesson.minutes })}`}{' '}
        · {say('lesson.published', { date: dayInWords(lesson.publishedOn) })}
      </Text>
      <Text className="meta lesson__meta">
        {[
          // What a phone has kept from before says no name of the firm.
          ...(lesson.firmName ? [say('content.by', { firm: lesson.firmName })] : []),
          registrationNo === null
            ? say('lesson.author', { name })
            : say('lesson.author.registered', { name, registrationNo }),
        ].join(' · ')}
      </Text>
    </>
  );
}

/** The text of a lesson with its risk note and its source. */
export function LessonText({ lesson }: WordsProps) {
  const { readingSize } = useStore(preferences);
  const basis = basisInWords(lesson);
  return (
    <>
      <View id="lesson-text" className={`lesson__text lesson__text--${readingSize}`}>
        {lesson.paragraphs.map(({ kind, text }, index) => (
          <View
            key={index}
            {...(index === lesson.paragraphs.length - 1 ? { id: 'last-paragraph' } : {})}
            className={`paragraph paragraph--${kind}`}
          >
            <Text>{text}</Text>
          </View>
        ))}
      </View>
      <View className="lesson__risk">
        <Text className="lesson__risk-title">{say('lesson.risk')}</Text>
        <Text className="lesson__risk-text">{lesson.riskNote}</Text>
      </View>
      <Text className="meta lesson__source">
        {say('lesson.source', { source: lesson.source })} ·{' '}
        {say('lesson.reviewed', { date: monthInWords(lesson.reviewedOn) })}
      </Text>
      {basis === null ? null : (
        <Text id="lesson-basis" className="meta lesson__source">
          {basis}
        </Text>
      )}
    </>
  );
}
