import { Button, Modal } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { ExportKindCode } from '@siyu/shared/contracts/exports.limits';
import { exportKindNames } from '@siyu/shared/messages';
import { ListSkeleton } from '../list/list-skeleton.tsx';

const AskExportForm = lazy(() => import('./ask-export-form.tsx'));

interface AskExportProps {
  readonly kind: ExportKindCode;
  /** The filters of the list as it stands. */
  readonly query: Readonly<Record<string, string>>;
}

/** Asks for a file of a list with its filters; the form is loaded when somebody wants one. */
export function AskExport({ kind, query }: AskExportProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>导出</Button>
      <Modal
        open={isOpen}
        title={`导出${exportKindNames[kind]}`}
        footer={null}
        destroyOnHidden
        onCancel={() => setIsOpen(false)}
      >
        <Suspense fallback={<ListSkeleton rows={3} />}>
          <AskExportForm kind={kind} query={query} />
        </Suspense>
      </Modal>
    </>
  );
}
