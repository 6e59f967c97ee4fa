import { Segmented } from 'antd';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { segmentsPage } from '../app/pages.ts';
import { PageHeader } from '../list/page-header.tsx';
import { SavedViews } from '../list/saved-views.tsx';
import { BuiltInList } from './built-in-list.tsx';
import { OwnList } from './own-list.tsx';
import { useMayLook } from './who-may.ts';
import { ALL_BUILT_IN, ALL_OWN, readView, writeView, type SegmentView } from './segment-filters.ts';

/** The segments that are there for everybody, and those that were drawn here. */
export default function SegmentsPage() {
  const [params, setParams] = useSearchParams();
  const mayLook = useMayLook();
  const asked = readView(params);
  const view = mayLook || asked.tab === 'built-in' ? asked : ALL_BUILT_IN;
  const show = (next: SegmentView) => setParams(writeView(next), { replace: true });
  const searchFor = useCallback(
    (search: string) => setParams((before) => writeView({ ...readView(before), search }), { replace: true }),
    [setParams],
  );
  return (
    <>
      <PageHeader
        crumb={segmentsPage.stage}
        title={segmentsPage.title}
        actions={<SavedViews list="segments" />}
      />
      {mayLook && (
        <Segmented<SegmentView['tab']>
          className="identity-tabs"
          value={view.tab}
          options={[
            { value: 'built-in', label: '固定分法' },
            { value: 'own', label: '自定义' },
          ]}
          onChange={(tab) => show(tab === 'own' ? ALL_OWN : ALL_BUILT_IN)}
        />
      )}
      {view.tab === 'own' ? (
        <OwnList view={view} show={show} onSearch={searchFor} />
      ) : (
        <BuiltInList view={view} show={show} onSearch={searchFor} />
      )}
    </>
  );
}
