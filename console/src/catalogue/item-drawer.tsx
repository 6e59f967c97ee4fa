import type { ItemRow } from '@siyu/shared/contracts/catalogue-desk';
import { catalogueDeskRoutes } from '@siyu/shared/contracts/catalogue-desk.routes';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useStaff } from '../app/signed-in.tsx';
import { AskReason } from '../list/ask-reason.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { refreshCatalogue } from './catalogue-queries.ts';
import { NewItem } from './new-item.tsx';
import { isWhole, itemPlaceName } from './item-draft.ts';
import { ItemFacts } from './item-facts.tsx';
import { ItemFields } from './item-fields.tsx';
import { StockGauge } from './stock-gauge.tsx';

interface ItemDrawerProps {
  readonly row: ItemRow | null;
  readonly isNew: boolean;
  readonly onCreated: (row: ItemRow) => void;
  readonly onClose: () => void;
}

/** One drawer for an item before and after it is kept: a second one would take the focus when the first has closed. */
export function ItemDrawer({ row, isNew, onCreated, onClose }: ItemDrawerProps) {
  return (
    <RowDrawer
      isOpen={isNew || row !== null}
      onClose={onClose}
      width={640}
      title={row?.draft.title ?? (isNew ? '新建兑换品' : '兑换品')}
    >
      {row === null ? isNew && <NewItem onCreated={onCreated} /> : <Opened key={row.sha256} row={row} />}
    </RowDrawer>
  );
}

function Opened({ row }: { row: ItemRow }) {
  const canWrite = useStaff().roles.includes('operator');
  const [draft, setDraft] = useState(row.draft);
  const params = { itemId: row.itemId };
  const save = useMutation({
    mutationFn: () => call(catalogueDeskRoutes.saveItem, { params, body: { draft, seenSha256: row.sha256 } }),
    onSuccess: refreshCatalogue,
  });
  const submit = useMutation({
    mutationFn: () => call(catalogueDeskRoutes.submitItem, { params }),
    onSuccess: refreshCatalogue,
  });
  const withdraw = useMutation({
    mutationFn: (reason: string) => call(catalogueDeskRoutes.withdrawItem, { params, body: { reason } }),
    onSuccess: refreshCatalogue,
  });
  const isOpen = row.state === 'DRAFT' || row.state === 'WITHDRAWN';
  const isEdited = JSON.stringify(draft) !== JSON.stringify(row.draft);
  if (!canWrite || !isOpen)
    return (
      <>
        <ItemFacts row={row} />
        <StockGauge row={row} />
        {row.state === 'PUBLISHED' && (
          <div className="row-acts">
            <AskReason
              act="下架"
              title={`下架「${row.draft.title}」`}
              label="下架的原因（只给同事看）"
              isPending={withdraw.isPending}
              error={withdraw.error}
              onReason={(reason) => withdraw.mutate(reason)}
            >
              <p className="note">马上不能再兑换；已经换到的客户不受影响。</p>
            </AskReason>
          </div>
        )}
      </>
    );
  return (
    <>
      {row.withdrawalReason !== null && <p className="note">下架原因：{row.withdrawalReason}</p>}
      <ItemFields draft={draft} onChange={setDraft} />
      <div className="actions row-acts">
        {isEdited ? (
          <Button
            type="primary"
            disabled={!isWhole(draft)}
            loading={save.isPending}
            onClick={() => {
              submit.reset();
              save.mutate();
            }}
          >
            保存
          </Button>
        ) : (
          <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate()}>
            提交复核
          </Button>
        )}
      </div>
      <FailureNotice error={save.error ?? submit.error} nameOf={itemPlaceName} />
    </>
  );
}
