import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { NOTE_MAX } from '@siyu/shared/contracts/notebook.limits';
import { Button } from '../../components/button';
import { LongTextField } from '../../components/field';
import { Row } from '../../components/row';
import { Skeleton } from '../../components/states';
import { Toggle } from '../../components/toggle';
import { say } from '../../words/say';
import { type Keepsakes as Kept, useKeepsakes } from './use-keepsakes';

/** Keeps a lesson at hand, and a note beside it that nobody else reads. */
export function Keepsakes({ lessonId }: { readonly lessonId: string }) {
  const { kept, isNoteKnown, change } = useKeepsakes(lessonId);
  if (kept === null) return <Skeleton cards={1} />;
  return (
    <View id="keepsakes" className="card card--rows">
      <Row title={say('keepsakes.favourite')}>
        <Toggle
          id="toggle-favourite"
          label={say('keepsakes.favourite')}
          isOn={kept.isFavourite}
          onTap={() => void change({ isFavourite: !kept.isFavourite })}
        />
      </Row>
      {isNoteKnown ? <Note note={kept.note ?? ''} change={change} /> : null}
    </View>
  );
}

function Note({ note, change }: { readonly note: string; readonly change: Kept['change'] }) {
  const [written, setWritten] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const text = written ?? note;

  const save = async (): Promise<void> => {
    setBusy(true);
    const state = await change({ note: text.trim() });
    setBusy(false);
    if (state === 'refused') return;
    setWritten(null);
    void Taro.showToast({
      title: say(state === 'done' ? 'keepsakes.note.saved' : 'keepsakes.note.waiting'),
      icon: 'none',
    });
  };
  return (
    <View className="note">
      <LongTextField
        id="note-text"
        label={say('keepsakes.note')}
        hint={say('keepsakes.note.hint')}
        value={text}
        maxLength={NOTE_MAX}
        isDisabled={isBusy}
        onChange={setWritten}
      />
      <Text className="note__private">{say('keepsakes.note.private')}</Text>
      {text.trim() === note ? null : (
        <Button
          id="note-save"
          kind="line"
          text={say('keepsakes.note.save')}
          isDisabled={isBusy}
          onTap={() => void save()}
        />
      )}
    </View>
  );
}
