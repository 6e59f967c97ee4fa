import { Text, View } from '@tarojs/components';
import type { OwnEntitlement } from '@siyu/shared/contracts/entitlements';
import { Chip } from '../../components/chip';
import { Tap } from '../../components/tap';
import { openExchange } from '../../reading/open-exchange';
import { openLive } from '../../reading/open-live';
import { goToSchool } from '../../reading/open-lesson';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';

interface HeldProps {
  readonly held: OwnEntitlement;
  readonly onCancel: () => void;
}

/** One thing the member holds or held, and the way to it. */
export function Held({ held, onCancel }: HeldProps) {
  const { entitlementId, kind, title, standing, grantedAt, expiresAt, cancellableId } = held;
  const go = standing === 'GRANTED' || (kind === 'COURSE' && standing === 'USED') ? wayTo(held) : null;
  return (
    <View id={`held-${entitlementId}`} className="card held">
      <View className="held__head">
        <Chip text={say(`exchange.kind.${kind}`)} />
        <Chip tone={standing === 'GRANTED' ? 'success' : 'ink'} text={say(`held.standing.${standing}`)} />
      </View>
      <Text className="held__title">{title}</Text>
      {standing === 'GRANTED' ? <Text className="held__text">{say(`held.how.${kind}`)}</Text> : null}
      <Text className="meta">
        {[
          say('held.granted', { date: momentInWords(grantedAt) }),
          ...(expiresAt === null ? [] : [say('held.expires', { date: momentInWords(expiresAt) })]),
        ].join(' · ')}
      </Text>
      <View className="held__acts">
        {go === null ? null : (
          <Tap id={`use-${entitlementId}`} className="link" onTap={go.open}>
            <Text>{go.text}</Text>
          </Tap>
        )}
        {cancellableId === null ? null : (
          <Tap id={`cancel-${entitlementId}`} className="link link--quiet" onTap={onCancel}>
            <Text>{say('held.cancel')}</Text>
          </Tap>
        )}
      </View>
    </View>
  );
}

function wayTo({
  kind,
  target,
}: OwnEntitlement): { readonly text: string; readonly open: () => void } | null {
  if (target === null) return null;
  if (kind === 'COURSE') return { text: say('held.go.COURSE'), open: goToSchool };
  if (kind === 'LIVE_SEAT') return { text: say('held.go.LIVE_SEAT'), open: () => openLive(target) };
  return kind === 'COUPON' ? { text: say('held.go.COUPON'), open: openExchange } : null;
}
