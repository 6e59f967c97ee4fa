import { Text, View } from '@tarojs/components';
import { useDidHide } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { LessonOrArticle } from '@siyu/shared/contracts/content';
import { Button } from '../../components/button';
import { say } from '../../words/say';
import { findSpeech } from './speech';

type State = 'silent' | 'reading' | 'paused' | 'failed';
const words = {
  silent: 'lesson.listen',
  failed: 'lesson.listen',
  reading: 'lesson.listen.pause',
  paused: 'lesson.listen.resume',
} as const satisfies Record<State, string>;

const isBegin = (state: State): boolean => state === 'silent' || state === 'failed';

/** 听这一课: reads a lesson or an article aloud with its risk note, or says that there is no voice here. */
export function Listen({ lesson }: { readonly lesson: LessonOrArticle }) {
  const [speech] = useState(findSpeech);
  const [state, setState] = useState<State>('silent');
  const place = useRef(0);

  const pause = (): void => {
    if (state !== 'reading') return;
    speech?.silence();
    setState('paused');
  };
  const read = (): void => {
    // Browsers lose a long utterance that is paused, so a pause goes back to the beginning of its paragraph.
    const from = state === 'paused' ? place.current : 0;
    const texts = [
      lesson.title,
      ...lesson.paragraphs.map(({ text }) => text),
      say('lesson.risk'),
      lesson.riskNote,
    ];
    setState('reading');
    speech?.speak(texts, from, {
      onText(index) {
        place.current = index;
      },
      onEnd(isRead) {
        setState(isRead ? 'silent' : 'failed');
      },
    });
  };

  useDidHide(pause);
  useEffect(() => () => speech?.silence(), [speech]);

  if (speech === null)
    return (
      <View id="listen-absent" className="listen">
        <Text className="listen__note">{say('lesson.listen.absent')}</Text>
      </View>
    );
  return (
    <View className="listen">
      <Button
        id="listen"
        kind="line"
        text={say(lesson.kind === 'article' && isBegin(state) ? 'article.listen' : words[state])}
        onTap={state === 'reading' ? pause : read}
      />
      {state === 'failed' ? (
        <View id="listen-failed">
          <Text className="listen__note">{say('lesson.listen.failed')}</Text>
        </View>
      ) : null}
    </View>
  );
}
