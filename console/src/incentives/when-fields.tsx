import type { IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import { EARNING_EVENTS } from '@siyu/shared/incentives';
import { earningEventNames } from '@siyu/shared/messages';
import { Button, Select } from 'antd';
import { lazy, Suspense } from 'react';
import type { RuleGroupType } from 'react-querybuilder';
import { Field } from '../lessons/field.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { readTree } from '../rules/rule-tree.ts';
import { type NamedSegment, readRule } from '../rules/rule-words.ts';
import type { DraftPartProps } from './draft-part.ts';
import { awardCatalogue } from './incentive-words.ts';
import { MissionFields } from './mission-fields.tsx';

const RuleBuilder = lazy(() => import('../rules/rule-builder.lazy.tsx'));

const firstTree: RuleGroupType = {
  id: 'root',
  combinator: 'and',
  not: false,
  rules: [{ id: 'first', field: 'nthThisWeek', operator: '>=', value: 3 }],
};

interface WhenFieldsProps extends DraftPartProps {
  /** Segments that the condition may name. */
  readonly segments: readonly NamedSegment[];
}

/** What has to happen, with how much of it, and of whom. */
export function WhenFields({ segments, ...props }: WhenFieldsProps) {
  const { draft, places, change } = props;
  return (
    <>
      <Field label="发生什么" path="when" places={places}>
        {(id) => (
          <Select<IncentiveDraft['when']>
            id={id}
            disabled={draft.mission !== null}
            value={draft.when}
            options={EARNING_EVENTS.map((value) => ({ value, label: earningEventNames[value] }))}
            onChange={(when) => change({ when })}
          />
        )}
      </Field>
      <MissionFields {...props} />
      {draft.condition === null ? (
        <p>
          <Button onClick={() => change({ condition: { ...firstTree } })}>加上条件</Button>
          <span className="note"> 现在没有条件，每次都送。</span>
        </p>
      ) : (
        <>
          <Suspense fallback={<ListSkeleton rows={3} />}>
            <RuleBuilder
              tree={readTree(draft.condition)}
              faults={readRule(draft.condition, segments, awardCatalogue).faults}
              segments={segments}
              catalogue={awardCatalogue}
              onChange={(tree) => change({ condition: { ...tree } })}
            />
          </Suspense>
          <p>
            <Button type="text" onClick={() => change({ condition: null })}>
              去掉条件
            </Button>
          </p>
        </>
      )}
    </>
  );
}
