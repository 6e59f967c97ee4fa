import { Segmented, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { suitabilityPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { ApplicationsTab } from './applications-tab.tsx';
import { EldersTab } from './elders-tab.tsx';
import {
  readSuitabilityView,
  tabsFor,
  writeSuitabilityView,
  type SuitabilityView,
} from './suitability-view.ts';

const TAB_NAMES = {
  applications: '专业投资者申请',
  elders: '高龄客户先行回访',
} as const satisfies Record<SuitabilityView['tab'], string>;
const NOTES = {
  applications: '由一位同事核对材料，再由另一位合规同事决定；从不按资产自动认定。',
  elders: '年满规定年龄的客户，先由不服务他的同事打电话回访，再谈产品。',
} as const satisfies Record<SuitabilityView['tab'], string>;

/** What people decide of who may be spoken to of products, and how. */
export default function SuitabilityPage() {
  const [params, setParams] = useSearchParams();
  const { roles } = useStaff();
  const view = readSuitabilityView(params, roles);
  const show = (next: SuitabilityView) => setParams(writeSuitabilityView(next), { replace: true });
  const tabs = tabsFor(roles);
  return (
    <>
      <PageHeader crumb={suitabilityPage.stage} title={suitabilityPage.title} />
      <p className="note">{NOTES[view.tab]}</p>
      {tabs.length > 1 && (
        <Segmented<SuitabilityView['tab']>
          className="identity-tabs"
          value={view.tab}
          options={tabs.map((value) => ({ value, label: TAB_NAMES[value] }))}
          onChange={(tab) => show({ tab, isOver: false, open: null })}
        />
      )}
      <div className="filter-bar">
        <Select
          aria-label="进展"
          className="wide"
          value={view.isOver}
          options={[
            { value: false, label: '等待处理' },
            { value: true, label: '已处理' },
          ]}
          onChange={(isOver) => show({ ...view, isOver, open: null })}
        />
      </div>
      {view.tab === 'applications' ? (
        <ApplicationsTab view={view} show={show} />
      ) : (
        <EldersTab view={view} show={show} />
      )}
    </>
  );
}
