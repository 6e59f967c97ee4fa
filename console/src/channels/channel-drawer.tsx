import type { ChannelAccount } from '@siyu/shared/contracts/channels';
import type { ArrivalWindow } from '@siyu/shared/contracts/channels.limits';
import { platformNames } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { ownerInWords } from './channel-columns.tsx';
import { accountQuery } from './channel-queries.ts';
import { CreatePlacement } from './create-placement.tsx';
import { PlacementItem } from './placement-item.tsx';

interface ChannelDrawerProps {
  readonly accountId: string | null;
  readonly days: ArrivalWindow;
  readonly mayWrite: boolean;
  readonly onClose: () => void;
}

/** One account with its placements: keys, codes and whom each has brought. */
export function ChannelDrawer({ accountId, days, mayWrite, onClose }: ChannelDrawerProps) {
  return (
    <RowDrawer isOpen={accountId !== null} onClose={onClose} width={560} title="渠道账号">
      {accountId !== null && <Opened key={accountId} accountId={accountId} days={days} mayWrite={mayWrite} />}
    </RowDrawer>
  );
}

type Shown = Pick<ChannelDrawerProps, 'days' | 'mayWrite'>;

function Opened({ accountId, days, mayWrite }: Shown & { accountId: string }) {
  const account = useQuery(accountQuery(accountId, days));
  if (account.data) return <Account shown={account.data} days={days} mayWrite={mayWrite} />;
  if (account.error) return <FailureState error={account.error} onRetry={() => void account.refetch()} />;
  return <ListSkeleton rows={6} />;
}

function Account({ shown, days, mayWrite }: Shown & { shown: ChannelAccount }) {
  const { account, placements, attributionDays } = shown;
  return (
    <>
      <p className="say">{account.name}</p>
      <Facts
        facts={[
          ['平台', platformNames[account.platform]],
          ['平台上的名称', account.handle],
          ['属于', ownerInWords(account)],
          ['登记', formatInstant(account.createdAt)],
          [`近 ${days} 天`, `带来 ${formatCount(account.newMembers)} 位新会员`],
        ]}
      />
      <h2>投放位</h2>
      <p className="note">
        每个投放位有一个固定的编码，印出去就不再改，也不会给别处用。首次来源和最近来源都看加入前{' '}
        {attributionDays} 天。
      </p>
      {placements.length === 0 ? (
        <p>还没有投放位。新建一个，就能取二维码。</p>
      ) : (
        <ul className="placements">
          {placements.map((placement) => (
            <PlacementItem key={placement.placementId} placement={placement} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
      {mayWrite && <CreatePlacement accountId={account.accountId} />}
    </>
  );
}
