import type { AssessmentDetail } from '@siyu/shared/contracts/assessments';
import { ASSESSMENT_WRITERS } from '@siyu/shared/contracts/assessments.limits';
import { assessmentStateNames } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useStaff } from '../app/signed-in.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { StandingChip } from './assessment-columns.tsx';
import { AssessmentFacts } from './assessment-facts.tsx';
import { assessmentQuery } from './assessment-queries.ts';
import { WriteAssessment } from './write-assessment.tsx';

interface AssessmentDrawerProps {
  readonly assessmentId: string | null;
  readonly onClose: () => void;
}

/** One assessment with every version of it, and the way to the next. */
export function AssessmentDrawer({ assessmentId, onClose }: AssessmentDrawerProps) {
  const found = useQuery({ ...assessmentQuery(assessmentId ?? ''), enabled: assessmentId !== null });
  return (
    <RowDrawer
      isOpen={assessmentId !== null}
      onClose={onClose}
      width={720}
      title={found.data?.row.latest.text.title ?? '影响评估'}
    >
      {found.data ? (
        <Opened key={`${found.data.row.assessmentId}-${found.data.versions.length}`} detail={found.data} />
      ) : found.error ? (
        <FailureState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <ListSkeleton rows={5} />
      )}
    </RowDrawer>
  );
}

function Opened({ detail: { row, versions } }: { detail: AssessmentDetail }) {
  const { roles } = useStaff();
  const { latest, approvedVersion, standing } = row;
  const [shown, setShown] = useState(latest.version);
  const version = versions.find((each) => each.version === shown) ?? latest;
  return (
    <>
      <StandingChip standing={standing} />
      {latest.state === 'OPEN' && (
        <div className="notice" role="status">
          第 {latest.version} 版在「审核」里等另一位合规同事决定。
          {approvedVersion !== null && `在那以前，通过的第 ${approvedVersion} 版照常有效。`}
        </div>
      )}
      {versions.length > 1 && (
        <Select
          aria-label="版本"
          className="wide"
          value={version.version}
          options={versions.map((each) => ({
            value: each.version,
            label: `第 ${each.version} 版 · ${assessmentStateNames[each.state]}`,
          }))}
          onChange={setShown}
        />
      )}
      <AssessmentFacts version={version} />
      {roles.some((role) => ASSESSMENT_WRITERS.includes(role)) && (
        <div className="actions row-acts">
          <WriteAssessment base={{ assessmentId: row.assessmentId, version: latest }} />
        </div>
      )}
    </>
  );
}
