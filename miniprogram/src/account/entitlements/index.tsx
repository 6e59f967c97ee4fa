import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import type { OwnEntitlement, OwnEntitlements } from '@siyu/shared/contracts/entitlements';
import { entitlementsRoutes } from '@siyu/shared/contracts/entitlements.routes';
import { redemptionRoutes } from '@siyu/shared/contracts/redemption.routes';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { More } from '../../components/more';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { useStore } from '../../phone/store';
import { openExchange } from '../../reading/open-exchange';
import { type PagedList, usePages } from '../../reading/use-pages';
import { session } from '../../session/session';
import { say } from '../../words/say';
import { Held } from './held-card';
import './index.scss';

const list: PagedList<OwnEntitlements> = {
  pageSize: 20,
  load: (query) => call(entitlementsRoutes.listOwn, { query }),
  countOf: ({ entitlements }) => entitlements.length,
  join(before, next) {
    const known = new Set(before.entitlements.map(({ entitlementId }) => entitlementId));
    const fresh = next.entitlements.filter(({ entitlementId }) => !known.has(entitlementId));
    return { ...next, entitlements: [...before.entitlements, ...fresh] };
  },
};

/** What the member holds and held, the latest first. */
export default function EntitlementsPage() {
  const { phase } = useStore(session);
  const pages = usePages('entitlements', list, phase === 'entered');
  usePullDownRefresh(() => {
    void pages.reload().then(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => void pages.loadMore());
  const { data, problem, reload } = pages;
  return (
    <Screen name="entitlements">
      {data === null ? (
        problem === null ? (
          <Skeleton />
        ) : (
          <Failure sentence={problem} onRetry={() => void reload()} />
        )
      ) : data.entitlements.length === 0 ? (
        <Blank
          title={say('held.empty')}
          hint={say('held.empty.hint')}
          action={{
            id: 'held-to-exchange',
            text: say('held.to_exchange'),
            onTap: openExchange,
          }}
        />
      ) : (
        <>
          {data.entitlements.map((held) => (
            <Held
              key={held.entitlementId}
              held={held}
              onCancel={() => {
                void giveBack(held).then((isDone) => (isDone ? reload() : undefined));
              }}
            />
          ))}
          <More
            id="held-more"
            text={say('held.more')}
            hasMore={data.nextCursor !== null}
            isLoadingMore={pages.isLoadingMore}
            moreProblem={pages.moreProblem}
            onMore={() => void pages.loadMore()}
          />
        </>
      )}
    </Screen>
  );
}

/** @returns whether anything may have changed */
async function giveBack({ title, cancellableId }: OwnEntitlement): Promise<boolean> {
  if (cancellableId === null) return false;
  const { confirm } = await Taro.showModal({
    title: say('held.cancel'),
    content: say('held.cancel.ask', { title }),
    confirmText: say('held.cancel.confirm'),
    cancelText: say('held.cancel.keep'),
  });
  if (!confirm) return false;
  try {
    await call(redemptionRoutes.cancelRedemption, { params: { redemptionId: cancellableId } });
    void Taro.showToast({ title: say('held.cancelled'), icon: 'none' });
  } catch (error) {
    void Taro.showToast({ title: sentenceOfError(error), icon: 'none' });
  }
  return true;
}
