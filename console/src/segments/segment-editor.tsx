import type { SegmentDefinition } from '@siyu/shared/contracts/segment-definitions';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useNavigate } from 'react-router';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { liveSegmentsQuery } from './live-segments-query.ts';
import { DefinitionChips } from './own-columns.tsx';
import { memberCatalogue } from '../rules/rule-catalogue.ts';
import { readRule } from '../rules/rule-words.ts';
import { openSegmentPath } from './segment-address.ts';
import { segmentCrumb } from './segment-crumb.tsx';
import { SegmentFields } from './segment-fields.tsx';
import { SegmentReach } from './segment-reach.tsx';
import { refusedFaults, useSegmentActs } from './use-segment-acts.ts';
import { useSegmentDraft } from './use-segment-draft.ts';
import { explainError } from '../api/explain-error.ts';

const RuleBuilder = lazy(() => import('../rules/rule-builder.lazy.tsx'));
const NONE: readonly [] = [];

interface SegmentEditorProps {
  /** Null: a new one. */
  readonly definition: SegmentDefinition | null;
}

/** The rule as a sentence, the builder under it, and at the side whom it holds while it is being changed. */
export function SegmentEditor({ definition }: SegmentEditorProps) {
  const navigate = useNavigate();
  const { draft, isEdited, change } = useSegmentDraft(definition);
  const live = useQuery(liveSegmentsQuery).data ?? NONE;
  const segments = live.filter(({ key }) => key !== definition?.key);
  const { isWhole, sentence, faults } = readRule(draft.tree, segments);
  const acts = useSegmentActs(definition, draft);
  const canSave = isWhole && draft.name.trim() !== '' && (isEdited || definition === null);
  const canActivate = !isEdited && definition !== null && definition.draft !== null;
  return (
    <>
      <PageHeader
        crumb={segmentCrumb}
        title={definition === null ? '新建客群' : definition.name}
        chips={definition && <DefinitionChips {...definition} />}
        actions={
          <div className="actions">
            {definition && (
              <Button onClick={() => void navigate(openSegmentPath(definition.segmentId))}>
                看成员与进出
              </Button>
            )}
            <Button
              type={canActivate ? 'default' : 'primary'}
              disabled={!canSave}
              loading={acts.save.isPending}
              onClick={() => acts.save.mutate()}
            >
              保存草稿
            </Button>
            {canActivate && (
              <Button
                type="primary"
                loading={acts.activate.isPending}
                onClick={() => acts.activate.mutate(definition.revision)}
              >
                启用
              </Button>
            )}
          </div>
        }
      />
      {acts.error !== null && (
        <div className="notice notice-error" role="alert">
          {explainError(acts.error).sentence}
        </div>
      )}
      <div className="segment-editor">
        <div className="card">
          <section aria-label="规则">
            <p className="rule-said" role="status">
              {sentence === null ? `规则还不完整，还有 ${faults.length} 处要补上。` : `${sentence}。`}
            </p>
            <Suspense fallback={<ListSkeleton rows={3} />}>
              <RuleBuilder
                tree={draft.tree}
                faults={[...faults, ...refusedFaults(acts.error)]}
                segments={segments}
                catalogue={memberCatalogue}
                onChange={(tree) => change({ tree })}
              />
            </Suspense>
          </section>
          <SegmentFields draft={draft} change={change} />
        </div>
        <SegmentReach tree={draft.tree} isWhole={isWhole} segmentId={definition?.segmentId ?? null} />
      </div>
    </>
  );
}
