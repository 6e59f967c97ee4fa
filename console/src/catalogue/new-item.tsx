import type { ItemRow } from '@siyu/shared/contracts/catalogue-desk';
import { catalogueDeskRoutes } from '@siyu/shared/contracts/catalogue-desk.routes';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { callOnce } from '../api/call.ts';
import { newRequestKey } from '../api/request-key.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { refreshCatalogue } from './catalogue-queries.ts';
import { emptyItem, isWhole } from './item-draft.ts';
import { ItemFields } from './item-fields.tsx';

/** A new item, as a draft. */
export function NewItem({ onCreated }: { onCreated: (row: ItemRow) => void }) {
  const [draft, setDraft] = useState(() => emptyItem(Date.now()));
  const [key] = useState(newRequestKey);
  const create = useMutation({
    mutationFn: () => callOnce(catalogueDeskRoutes.createItem, { body: draft }, key),
    onSuccess: async (row) => {
      await refreshCatalogue();
      onCreated(row);
    },
  });
  return (
    <>
      <ItemFields draft={draft} onChange={setDraft} />
      <div className="actions row-acts">
        <Button
          type="primary"
          disabled={!isWhole(draft)}
          loading={create.isPending}
          onClick={() => create.mutate()}
        >
          存为草稿
        </Button>
      </div>
      <FailureNotice error={create.error} />
    </>
  );
}
