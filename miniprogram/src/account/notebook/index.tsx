import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import type { NotebookEntry, NotebookPage as Page } from '@siyu/shared/contracts/notebook';
import { NOTEBOOK_KINDS, type NotebookKind } from '@siyu/shared/contracts/notebook.limits';
import { notebookRoutes } from '@siyu/shared/contracts/notebook.routes';
import { call } from '../../api/call';
import { Choice } from '../../components/choice';
import { More } from '../../components/more';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { Tap } from '../../components/tap';
import { useStore } from '../../phone/store';
import { makeDeedId, submitDeed } from '../../queues/queues';
import { goToSchool, openLesson } from '../../reading/open-lesson';
import { type PagedList, usePages } from '../../reading/use-pages';
import { recordableMember, session } from '../../session/session';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import './index.scss';

const keyOf = ({ lessonId, at }: NotebookEntry): string => `${lessonId} ${at}`;

const listOf = (kind: NotebookKind): PagedList<Page> => ({
  pageSize: 20,
  load: (query) => call(notebookRoutes.listEntries, { query: { ...query, kind } }),
  countOf: ({ entries }) => entries.length,
  join(before, next) {
    const known = new Set(before.entries.map(keyOf));
    return {
      ...next,
      entries: [...before.entries, ...next.entries.filter((each) => !known.has(keyOf(each)))],
    };
  },
});
const lists: Readonly<Record<NotebookKind, PagedList<Page>>> = {
  FAVOURITE: listOf('FAVOURITE'),
  NOTE: listOf('NOTE'),
};

/** Lessons kept at hand, and what was noted beside lessons; each leads back to its lesson. */
export default function NotebookPage() {
  const [kind, setKind] = useState<NotebookKind>('FAVOURITE');
  return (
    <Screen name="notebook">
      <Choice
        id="notebook-kind"
        options={NOTEBOOK_KINDS.map((value) => ({ value, text: say(`notebook.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      <Entries key={kind} kind={kind} />
    </Screen>
  );
}

function Entries({ kind }: { readonly kind: NotebookKind }) {
  const { phase } = useStore(session);
  const pages = usePages(`notebook.${kind}`, lists[kind], phase === 'entered');
  usePullDownRefresh(() => {
    void pages.reload().then(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => void pages.loadMore());
  const { data, problem, reload } = pages;
  if (data === null)
    return problem === null ? <Skeleton /> : <Failure sentence={problem} onRetry={() => void reload()} />;
  if (data.entries.length === 0)
    return (
      <Blank
        title={say(`notebook.${kind}.empty`)}
        hint={say(`notebook.${kind}.empty.hint`)}
        action={{ id: 'notebook-to-school', text: say('notebook.to_school'), onTap: goToSchool }}
      />
    );
  return (
    <>
      <View id="notebook-entries" className="card card--rows">
        {data.entries.map((entry) => (
          <Entry
            key={keyOf(entry)}
            entry={entry}
            onRemove={() => {
              void remove(kind, entry.lessonId).then(reload);
            }}
          />
        ))}
      </View>
      <More
        id="notebook-more"
        text={say('notebook.more')}
        hasMore={data.nextCursor !== null}
        isLoadingMore={pages.isLoadingMore}
        moreProblem={pages.moreProblem}
        onMore={() => void pages.loadMore()}
      />
    </>
  );
}

interface EntryProps {
  readonly entry: NotebookEntry;
  readonly onRemove: () => void;
}

/** A lesson that can be read no more leads nowhere: what was kept of it can be let go here. */
function Entry({ entry, onRemove }: EntryProps) {
  const { lessonId, title, text, at } = entry;
  const words = (
    <>
      <Text className="kept__title">{title ?? say('notebook.gone')}</Text>
      {text === null ? null : <Text className="kept__text">{text}</Text>}
      <Text className="meta">{momentInWords(at)}</Text>
    </>
  );
  if (title === null)
    return (
      <View className="kept">
        {words}
        <Tap id={`remove-${lessonId}`} className="link link--quiet" onTap={onRemove}>
          <Text>{say('notebook.remove')}</Text>
        </Tap>
      </View>
    );
  return (
    <Tap
      id={`kept-${lessonId}`}
      className="kept"
      onTap={() => {
        openLesson(lessonId);
      }}
    >
      {words}
    </Tap>
  );
}

async function remove(kind: NotebookKind, lessonId: string): Promise<void> {
  const memberId = recordableMember();
  if (memberId === null) return;
  const common = { deedId: makeDeedId(), memberId, lessonId };
  await submitDeed(
    kind === 'NOTE'
      ? { ...common, kind: 'note', text: '' }
      : { ...common, kind: 'favourite', isFavourite: false },
  );
}
