import type { SegmentDefinition } from '@siyu/shared/contracts/segment-definitions';
import { useQuery } from '@tanstack/react-query';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { definitionQuery } from './definition-queries.ts';
import { DefinitionActs } from './definition-acts.tsx';
import { DefinitionFacts } from './definition-facts.tsx';
import { DefinitionVersions } from './definition-versions.tsx';
import { DefinitionStays } from './definition-stays.tsx';
import { DefinitionChips } from './own-columns.tsx';
import { RuleSaid } from '../rules/rule-said.tsx';

interface OwnDrawerProps {
  readonly segmentId: string | null;
  readonly onClose: () => void;
}

/** One segment that somebody drew: its rule in words, who is in it, who came and went, and what it was before. */
export function OwnDrawer({ segmentId, onClose }: OwnDrawerProps) {
  return (
    <RowDrawer isOpen={segmentId !== null} onClose={onClose} width={720} title="自定义客群">
      {segmentId !== null && <Opened key={segmentId} segmentId={segmentId} />}
    </RowDrawer>
  );
}

function Opened({ segmentId }: { segmentId: string }) {
  const found = useQuery(definitionQuery(segmentId));
  if (found.data) return <Definition definition={found.data} />;
  if (found.error) return <FailureState error={found.error} onRetry={() => void found.refetch()} />;
  return <ListSkeleton rows={8} />;
}

function Definition({ definition }: { definition: SegmentDefinition }) {
  const { name, purpose, state, draft, versions, liveVersion } = definition;
  const [latest] = versions;
  return (
    <>
      <p className="say">{name}</p>
      <DefinitionChips {...definition} />
      {purpose !== '' && <p>{purpose}</p>}
      {latest && (
        <section aria-label={state === 'RETIRED' ? '停用前的规则' : '正在使用的规则'}>
          <h2>{state === 'RETIRED' ? '停用前的规则' : `规则（第 ${latest.version} 版）`}</h2>
          <RuleSaid rule={latest.rule} />
        </section>
      )}
      {draft && (
        <section aria-label="还没有启用的规则">
          <h2>{liveVersion === null ? '规则（草稿）' : '修改后的规则（还没有启用）'}</h2>
          <RuleSaid rule={draft.rule} />
        </section>
      )}
      <DefinitionActs definition={definition} />
      <DefinitionFacts definition={definition} />
      {latest && <DefinitionStays definition={definition} />}
      {versions.length > 1 && <DefinitionVersions versions={versions.slice(1)} />}
    </>
  );
}
