import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import type { Correction, CorrectionPage } from '@siyu/shared/contracts/content';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { call } from '../../api/call';
import { Chip } from '../../components/chip';
import { More } from '../../components/more';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { useStore } from '../../phone/store';
import { goToSchool } from '../../reading/open-lesson';
import { type PagedList, type Pages, usePages } from '../../reading/use-pages';
import { session } from '../../session/session';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import './index.scss';

const list: PagedList<CorrectionPage> = {
  pageSize: 20,
  load: (query) => call(contentRoutes.listCorrections, { query }),
  countOf: ({ corrections }) => corrections.length,
  join(before, next) {
    const known = new Set(before.corrections.map(({ correctionId }) => correctionId));
    const fresh = next.corrections.filter(({ correctionId }) => !known.has(correctionId));
    return { ...next, corrections: [...before.corrections, ...fresh] };
  },
};

/** What was wrong with lessons the member read that were withdrawn; on the screen is seen. */
export default function CorrectionsPage() {
  const { phase } = useStore(session);
  const pages = usePages('corrections', list, phase === 'entered');
  usePullDownRefresh(() => {
    void pages.reload().then(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => void pages.loadMore());
  return (
    <Screen name="corrections">
      {pages.data !== null ? (
        <Ready pages={pages} page={pages.data} />
      ) : pages.problem !== null ? (
        <Failure sentence={pages.problem} onRetry={() => void pages.reload()} />
      ) : (
        <Skeleton />
      )}
    </Screen>
  );
}

function Ready({ pages, page }: { readonly pages: Pages<CorrectionPage>; readonly page: CorrectionPage }) {
  const { corrections, nextCursor } = page;
  useNoteSeen(corrections);
  if (corrections.length === 0)
    return (
      <Blank
        title={say('corrections.empty')}
        hint={say('corrections.empty.hint')}
        action={{ id: 'corrections-to-school', text: say('corrections.empty.action'), onTap: goToSchool }}
      />
    );
  return (
    <>
      <Text className="sub">{say('corrections.intro')}</Text>
      {corrections.map((each, index) => (
        <View key={each.correctionId} id={`correction-${index}`} className="card correction">
          {each.isSeen ? null : <Chip text={say('corrections.new')} tone="gold" />}
          <Text className="card-title">{each.title}</Text>
          <Text className="correction__text">{each.correction}</Text>
          <Text className="meta">
            {say('corrections.withdrawn', { date: momentInWords(each.withdrawnAt) })}
          </Text>
        </View>
      ))}
      <More
        id="corrections-more"
        text={say('corrections.more')}
        hasMore={nextCursor !== null}
        isLoadingMore={pages.isLoadingMore}
        moreProblem={pages.moreProblem}
        onMore={() => void pages.loadMore()}
      />
    </>
  );
}

/** Tells the server once of each; what fails is told at the next visit. */
function useNoteSeen(corrections: readonly Correction[]): void {
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const { correctionId, isSeen } of corrections) {
      if (isSeen || told.current.has(correctionId)) continue;
      told.current.add(correctionId);
      call(contentRoutes.noteCorrectionSeen, { params: { correctionId } }).catch(() => {
        told.current.delete(correctionId);
      });
    }
  }, [corrections]);
}
