import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { groupsPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { SavedViews } from '../list/saved-views.tsx';
import { GroupList } from './group-list.tsx';
import { QuestionList } from './question-list.tsx';
import { RefreshGroups } from './refresh-groups.tsx';
import { ALL_GROUPS, OPEN_QUESTIONS, readGroupView, writeGroupView, type GroupView } from './group-view.ts';

/** The firm's customer groups in WeCom, and what their members asked. */
export default function GroupsPage() {
  const [params, setParams] = useSearchParams();
  const isOperator = useStaff().roles.includes('operator');
  const view = readGroupView(params);
  const show = (next: GroupView) => setParams(writeGroupView(next), { replace: true });
  return (
    <>
      <PageHeader
        crumb={groupsPage.stage}
        title={groupsPage.title}
        actions={
          <div className="actions">
            {isOperator && <RefreshGroups />}
            <SavedViews list="groups" />
          </div>
        }
      />
      <Segmented<GroupView['tab']>
        className="identity-tabs"
        value={view.tab}
        options={[
          { value: 'groups', label: '群' },
          { value: 'questions', label: '提问' },
        ]}
        onChange={(tab) => show(tab === 'groups' ? ALL_GROUPS : OPEN_QUESTIONS)}
      />
      {view.tab === 'groups' ? (
        <GroupList view={view} show={show} />
      ) : (
        <QuestionList view={view} show={show} />
      )}
    </>
  );
}
