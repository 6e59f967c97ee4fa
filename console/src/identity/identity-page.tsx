import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { identityPage } from '../app/pages.ts';
import { PageHeader } from '../list/page-header.tsx';
import { SavedViews } from '../list/saved-views.tsx';
import { ConflictList } from './conflict-list.tsx';
import { readIdentityView, writeIdentityView, type IdentityView } from './identity-view.ts';
import { LinkList } from './link-list.tsx';

/** Who is who: what two registrations both claim, and the requests to join or part them. */
export default function IdentityPage() {
  const [params, setParams] = useSearchParams();
  const view = readIdentityView(params);
  const show = (next: IdentityView) => setParams(writeIdentityView(next), { replace: true });
  return (
    <>
      <PageHeader
        crumb={identityPage.stage}
        title={identityPage.title}
        actions={<SavedViews list="identity" />}
      />
      <p className="note">系统不自己合并有争议的登记：由人核对，申请，再由合规同事复核。合并随时可以拆开。</p>
      <Segmented<IdentityView['tab']>
        className="identity-tabs"
        value={view.tab}
        options={[
          { value: 'conflicts', label: '身份冲突' },
          { value: 'requests', label: '合并与拆分' },
        ]}
        onChange={(tab) =>
          show(
            tab === 'conflicts'
              ? { tab, state: 'OPEN', open: null }
              : { tab: 'requests', state: null, open: null },
          )
        }
      />
      {view.tab === 'conflicts' ? (
        <ConflictList view={view} show={show} />
      ) : (
        <LinkList view={view} show={show} />
      )}
    </>
  );
}
