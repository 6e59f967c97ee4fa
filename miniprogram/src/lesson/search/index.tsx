import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import type { FoundLesson } from '@siyu/shared/contracts/lesson-search';
import { SEARCH_MAX } from '@siyu/shared/contracts/lesson-search.limits';
import { Button } from '../../components/button';
import { TextField } from '../../components/field';
import { More } from '../../components/more';
import { Screen } from '../../components/screen';
import { Blank, Failure } from '../../components/states';
import { Tap } from '../../components/tap';
import { openLesson } from '../../reading/open-lesson';
import { pathInWords } from '../../reading/place-in-words';
import { say } from '../../words/say';
import { type Search, useSearch } from './use-search';
import './index.scss';

/** Finds lessons and articles by words of their title, summary and text. */
export default function SearchPage() {
  const [text, setText] = useState('');
  const search = useSearch();
  const { found, isBusy, problem, look } = search;
  useReachBottom(() => void search.loadMore());
  return (
    <Screen name="search">
      <View className="card">
        <TextField
          id="search-text"
          label={say('search.label')}
          hint={say('search.hint')}
          value={text}
          maxLength={SEARCH_MAX}
          onChange={setText}
        />
        <Button
          id="search-go"
          text={say(isBusy ? 'search.going' : 'search.go')}
          isDisabled={isBusy || text.trim() === ''}
          onTap={() => void look(text.trim())}
        />
      </View>
      {problem !== null ? (
        <Failure sentence={problem} onRetry={() => void look(text.trim())} />
      ) : found === null ? null : (
        <Found search={search} found={found} />
      )}
    </Screen>
  );
}

interface FoundProps {
  readonly search: Search;
  readonly found: NonNullable<Search['found']>;
}

function Found({ search, found }: FoundProps) {
  if (found.lessons.length === 0)
    return <Blank title={say('search.none', { text: found.text })} hint={say('search.none.hint')} />;
  return (
    <>
      <View id="found-lessons" className="card card--rows">
        {found.lessons.map((lesson) => (
          <FoundRow key={lesson.lessonId} lesson={lesson} />
        ))}
      </View>
      <More
        id="search-more"
        text={say('search.more')}
        hasMore={found.nextCursor !== null}
        isLoadingMore={search.isLoadingMore}
        moreProblem={search.moreProblem}
        onMore={() => void search.loadMore()}
      />
    </>
  );
}

function FoundRow({ lesson }: { readonly lesson: FoundLesson }) {
  const { kind, lessonId, title, pathTitle, minutes, excerpt } = lesson;
  return (
    <Tap
      id={`found-${lessonId}`}
      className="found"
      onTap={() => {
        openLesson(lessonId);
      }}
    >
      <Text className="found__title">{title}</Text>
      <Text className="found__excerpt">{excerpt}</Text>
      <Text className="meta">
        {kind === 'article'
          ? say('article.meta', { minutes })
          : say('search.meta', { path: pathInWords(pathTitle), minutes })}
      </Text>
    </Tap>
  );
}
