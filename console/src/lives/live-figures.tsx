import type { LiveDetail } from '@siyu/shared/contracts/live-desk';
import { livePlatformNames } from '@siyu/shared/messages';
import { formatCount } from '../format/figures.ts';
import { Facts } from '../list/facts.tsx';

/** Who is there now, and what has come together so far. */
export function LiveFigures({ detail }: { detail: LiveDetail }) {
  const { figures, row } = detail;
  const { reservations, viewersNow, viewers, attended, watchedMinutes, chats, chatsWaiting } = figures;
  if (row.platform === 'channels')
    return (
      <section className="card" aria-label="直播数据">
        <p>
          {livePlatformNames.channels}不告诉我们谁在看。预约 {formatCount(reservations)}{' '}
          人，按播后小测算参加的 {formatCount(attended)} 人。
        </p>
      </section>
    );
  return (
    <section className="card" aria-label="直播数据">
      <p className="say" role="status">
        {row.state === 'ON_AIR'
          ? `现在 ${formatCount(viewersNow)} 人在看，先后来过 ${formatCount(viewers)} 人。`
          : `先后来过 ${formatCount(viewers)} 人，共看 ${formatCount(watchedMinutes)} 分钟，算参加的 ${formatCount(attended)} 人。`}
      </p>
      <Facts
        facts={[
          ['预约', `${formatCount(reservations)} 人`],
          ['发言', `${formatCount(chats)} 条`],
          ['待看的发言', `${formatCount(chatsWaiting)} 条`],
        ]}
      />
      <p className="note">
        {row.state === 'ON_AIR'
          ? '每几秒更新一次；在看，是指播放器最近一分钟报过播放。'
          : '分钟数只算播放器在播放的时间。'}
      </p>
    </section>
  );
}
