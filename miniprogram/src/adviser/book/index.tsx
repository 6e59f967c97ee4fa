import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { BOOK_SEARCH_MAX } from '@siyu/shared/contracts/adviser.limits';
import { STAGES, type StageCode } from '@siyu/shared/contracts/scoring.limits';
import { stageNames } from '@siyu/shared/messages';
import { Button } from '../../components/button';
import { Choice } from '../../components/choice';
import { TextField } from '../../components/field';
import { Row } from '../../components/row';
import { useStore } from '../../phone/store';
import { say } from '../../words/say';
import { adviser } from '../adviser-session';
import { AdviserScreen } from '../adviser-screen';
import { tell } from '../tell';
import { BookList } from './book-list';

/** The adviser's own book, and the way to the own campaigns. */
export default function BookPage() {
  return (
    <AdviserScreen name="book">
      <Head />
      <Book />
    </AdviserScreen>
  );
}

function Head() {
  const { opened } = useStore(adviser);
  if (opened === null) return null;
  const { name, branchName, registrationNo, isRegistered } = opened;
  const number = registrationNo === null ? [] : [tell('me.number', { number: registrationNo })];
  return (
    <View id="adviser-head" className="card card--rows">
      <View className="advise__line">
        <Text className="advise__name">{name}</Text>
        <Text className="meta">{[...(branchName === null ? [] : [branchName]), ...number].join(' · ')}</Text>
        {isRegistered ? null : <Text className="advise__problem">{tell('me.unregistered')}</Text>}
      </View>
      <Row
        id="own-campaigns"
        title={say('adviser.campaigns')}
        onTap={() => void Taro.navigateTo({ url: '/adviser/campaigns/index' })}
      />
    </View>
  );
}

const stages: readonly { readonly value: StageCode | 'ALL'; readonly text: string }[] = [
  { value: 'ALL', text: tell('book.stage.all') },
  ...STAGES.map((value) => ({ value, text: stageNames[value] })),
];

function Book() {
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  const [stage, setStage] = useState<StageCode | 'ALL'>('ALL');
  return (
    <>
      <View className="card">
        <TextField
          id="book-search"
          label={tell('book.search')}
          hint={tell('book.search.hint')}
          value={text}
          maxLength={BOOK_SEARCH_MAX}
          onChange={setText}
        />
        <Button
          id="book-search-go"
          kind="line"
          text={tell('book.search.go')}
          onTap={() => {
            setSearch(text.trim());
          }}
        />
        <Choice id="book-stage" options={stages} value={stage} onChange={setStage} />
      </View>
      <BookList
        key={`${stage} ${search}`}
        filter={{ ...(stage === 'ALL' ? {} : { stage }), ...(search === '' ? {} : { search }) }}
      />
    </>
  );
}
