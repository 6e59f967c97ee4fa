import type { IncentiveThen } from '@siyu/shared/contracts/incentive-rules';
import { catalogueDeskRoutes } from '@siyu/shared/contracts/catalogue-desk.routes';
import { catalogueKindNames } from '@siyu/shared/messages';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { call } from '../api/call.ts';
import type { Place } from '../lessons/check-draft.ts';
import { Field } from '../lessons/field.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';

type Coupon = Extract<IncentiveThen, { kind: 'coupon' }>;
/** As many as are offered at once. */
const ITEMS_MAX = 50;

const givableItemsQuery = queryOptions({
  queryKey: ['catalogue', 'givable'],
  queryFn: async ({ signal }) => {
    const query = { state: 'PUBLISHED', limit: ITEMS_MAX } as const;
    const { rows } = await call(catalogueDeskRoutes.listItems, { query }, signal);
    // A seat is reserved by whoever wants it, while its live is announced.
    return rows.filter(({ draft }) => draft.kind !== 'LIVE_SEAT');
  },
});

interface ItemFieldProps {
  readonly then: Coupon;
  readonly places: readonly Place[];
  readonly onChange: (then: Coupon) => void;
}

/** What of the catalogue is given without points: of what is published there. */
export function ItemField({ then, places, onChange }: ItemFieldProps) {
  const found = useQuery(givableItemsQuery);
  const known = (found.data ?? []).map(({ itemId, draft: { kind, title } }) => ({ itemId, kind, title }));
  const isKnown = known.some(({ itemId }) => itemId === then.itemId);
  const options = known.map(({ itemId, kind, title }) => ({
    value: itemId,
    label: `${catalogueKindNames[kind]}「${title}」`,
  }));
  // What was chosen before may have been taken out of the catalogue.
  if (then.itemId !== '' && !isKnown) options.unshift({ value: then.itemId, label: then.title });
  return (
    <Field label="哪一项（已上架的）" path="then.itemId" places={places}>
      {(id) => (
        <>
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            loading={found.isPending}
            value={then.itemId === '' ? null : then.itemId}
            placeholder="选一项，从库存里送"
            options={options}
            notFoundContent={found.isPending ? '正在找' : '目录里没有可以送的权益'}
            onChange={(itemId: string) => {
              const title = known.find((item) => item.itemId === itemId)?.title ?? then.title;
              onChange({ kind: 'coupon', itemId, title });
            }}
          />
          <FailureNotice error={found.error} />
        </>
      )}
    </Field>
  );
}
