import type { IncentiveThen } from '@siyu/shared/contracts/incentive-rules';
import {
  BADGE_NAME_MAX,
  EXPIRES_AFTER_DAYS_MAX,
  PENDING_DAYS_MAX,
  POINTS_OF_ONE_AWARD_MAX,
} from '@siyu/shared/contracts/incentive-rules.limits';
import { rewardKindNames } from '@siyu/shared/messages';
import { Input, Select } from 'antd';
import { Field } from '../lessons/field.tsx';
import type { DraftPartProps } from './draft-part.ts';
import { ItemField } from './item-field.tsx';
import { NumberField } from './number-field.tsx';
import { YuanField } from './yuan-field.tsx';

type Kind = IncentiveThen['kind'];
const KINDS: readonly Kind[] = ['points', 'badge', 'voucher', 'coupon'];
const FIRST: { readonly [Each in Kind]: Extract<IncentiveThen, { kind: Each }> } = {
  points: { kind: 'points', points: 10 },
  badge: { kind: 'badge', badge: '' },
  voucher: { kind: 'voucher', entitlement: 'CONSULTATION', valueFen: 5_000 },
  coupon: { kind: 'coupon', itemId: '', title: '' },
};

/** What is given, and of points when they can be spent. */
export function RewardFields({ draft, places, change }: DraftPartProps) {
  const { then, limits } = draft;
  return (
    <>
      <div className="field-row">
        <Field label="送什么" path="then.kind" places={places}>
          {(id) => (
            <Select<Kind>
              id={id}
              value={then.kind}
              options={KINDS.map((value) => ({ value, label: rewardKindNames[value] }))}
              onChange={(kind) => change({ then: FIRST[kind] })}
            />
          )}
        </Field>
        {then.kind === 'points' && (
          <NumberField
            label="每次多少"
            path="then.points"
            places={places}
            unit="分"
            min={1}
            max={POINTS_OF_ONE_AWARD_MAX}
            value={then.points}
            onChange={(points) => change({ then: { ...then, points: points ?? 1 } })}
          />
        )}
        {then.kind === 'badge' && (
          <Field label="徽章的名字（客户看到）" path="then.badge" places={places}>
            {(id) => (
              <Input
                id={id}
                maxLength={BADGE_NAME_MAX}
                value={then.badge}
                onChange={(event) => change({ then: { ...then, badge: event.target.value } })}
              />
            )}
          </Field>
        )}
        {then.kind === 'coupon' && (
          <ItemField then={then} places={places} onChange={(item) => change({ then: item })} />
        )}
        {then.kind === 'voucher' && (
          <YuanField
            label="一次咨询的成本"
            path="then.valueFen"
            places={places}
            valueFen={then.valueFen}
            onChange={(valueFen) => change({ then: { ...then, valueFen } })}
          />
        )}
      </div>
      {then.kind === 'points' && (
        <div className="field-row">
          <NumberField
            label="多少天以后可用"
            path="limits.pendingDays"
            places={places}
            unit="天"
            min={0}
            max={PENDING_DAYS_MAX}
            value={limits.pendingDays}
            onChange={(days) => change({ limits: { ...limits, pendingDays: days ?? 0 } })}
          />
          <NumberField
            label="可用以后多少天过期"
            path="limits.expiresAfterDays"
            places={places}
            unit="天"
            none="不过期"
            min={1}
            max={EXPIRES_AFTER_DAYS_MAX}
            value={limits.expiresAfterDays}
            onChange={(expiresAfterDays) => change({ limits: { ...limits, expiresAfterDays } })}
          />
        </div>
      )}
    </>
  );
}
