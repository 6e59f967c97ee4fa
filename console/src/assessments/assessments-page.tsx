import { ASSESSMENT_VIEWS, ASSESSMENT_WRITERS } from '@siyu/shared/contracts/assessments.limits';
import { assessmentViewNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { assessmentsPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { assessmentColumns } from './assessment-columns.tsx';
import { AssessmentCover } from './assessment-cover.tsx';
import { AssessmentDrawer } from './assessment-drawer.tsx';
import { assessmentListQuery } from './assessment-queries.ts';
import { readAssessmentView, writeAssessmentView, type AssessmentPageView } from './assessment-view.ts';
import { WriteAssessment } from './write-assessment.tsx';

/** The register of impact assessments, under what it has to cover. */
export default function AssessmentsPage() {
  const [params, setParams] = useSearchParams();
  const view = readAssessmentView(params);
  const show = (next: AssessmentPageView) => setParams(writeAssessmentView(next), { replace: true });
  const searchRef = useRef<InputRef>(null);
  const { roles } = useStaff();
  const list = useInfiniteQuery(assessmentListQuery(view.view));
  return (
    <>
      <PageHeader
        crumb={assessmentsPage.stage}
        title={assessmentsPage.title}
        chips={<ListTotal total={list.data?.pages[0]?.total} unit="份" at={list.dataUpdatedAt} />}
        actions={
          roles.some((role) => ASSESSMENT_WRITERS.includes(role)) && (
            <WriteAssessment onWritten={(open) => show({ view: 'ALL', open })} />
          )
        }
      />
      <AssessmentCover />
      <div className="filter-bar">
        <Select
          aria-label="范围"
          className="wide"
          value={view.view}
          options={ASSESSMENT_VIEWS.map((value) => ({ value, label: assessmentViewNames[value] }))}
          onChange={(next) => show({ view: next, open: null })}
        />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.assessmentId}
        columns={assessmentColumns}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.assessmentId })}
        openId={view.open}
        empty={view.view === 'ALL' ? '还没有写过影响评估。' : '60 天内没有到期的，也没有过期的。'}
      />
      <AssessmentDrawer assessmentId={view.open} onClose={() => show({ ...view, open: null })} />
    </>
  );
}
