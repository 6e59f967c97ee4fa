import { Text, View } from '@tarojs/components';
import type { OfferedItem } from '@siyu/shared/contracts/redemption';
import { Button } from '../../components/button';
import { Chip } from '../../components/chip';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';

interface OfferedProps {
  readonly item: OfferedItem;
  /** What the member can spend. */
  readonly points: number;
  readonly isBusy: boolean;
  readonly onRedeem: () => void;
}

/** One thing to exchange points for. */
export function Offered({ item, points, isBusy, onRedeem }: OfferedProps) {
  const { itemId, kind, title, summary, left, taken, perMember, validDays, couponId } = item;
  const why = whyNot(item, points);
  return (
    <View id={`offered-${itemId}`} className="card offered">
      <View className="offered__head">
        <Chip text={say(`exchange.kind.${kind}`)} />
        <Chip tone="gold" text={say('exchange.price', { points: item.points })} />
      </View>
      <Text className="offered__title">{title}</Text>
      {summary === '' ? null : <Text className="offered__text">{summary}</Text>}
      <Text className="meta">
        {[
          left > 0 ? say('exchange.left', { left }) : say('exchange.sold_out'),
          say('exchange.until', { until: momentInWords(item.until) }),
          ...(validDays === null ? [] : [say('exchange.valid', { days: validDays })]),
        ].join(' · ')}
      </Text>
      {taken === 0 ? null : <Text className="meta">{say('exchange.taken', { taken, perMember })}</Text>}
      <View className="offered__act">
        <Button
          id={`redeem-${itemId}`}
          kind="line"
          text={why ?? say(couponId === null ? 'exchange.redeem' : 'exchange.redeem_with_coupon')}
          isDisabled={why !== null || isBusy}
          onTap={onRedeem}
        />
      </View>
    </View>
  );
}

/** What stands against it, in a few words; null: nothing. */
function whyNot({ left, taken, perMember, couponId, points: price }: OfferedItem, points: number) {
  if (left < 1) return say('exchange.sold_out');
  if (taken >= perMember) return say('exchange.limit');
  return couponId === null && points < price ? say('exchange.short', { missing: price - points }) : null;
}
