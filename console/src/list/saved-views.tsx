import type { ViewedList } from '@siyu/shared/contracts/desk.limits';
import { Button, Modal } from 'antd';
import { lazy, Suspense, useState } from 'react';

const KeptViews = lazy(() => import('./kept-views.lazy.tsx'));

/** Views of a list under names, kept for this person on the server; the address itself is what one sends on. */
export function SavedViews({ list }: { list: ViewedList }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>视图</Button>
      <Modal open={isOpen} title="保存的视图" footer={null} destroyOnHidden onCancel={() => setIsOpen(false)}>
        <Suspense fallback={<p className="note">正在读取视图。</p>}>
          <KeptViews list={list} onChosen={() => setIsOpen(false)} />
        </Suspense>
      </Modal>
    </>
  );
}
