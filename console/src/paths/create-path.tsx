import type { PathRow } from '@siyu/shared/contracts/paths';
import { PATH_TITLE_MAX, PATH_TITLE_MIN } from '@siyu/shared/contracts/paths.limits';
import { pathsRoutes } from '@siyu/shared/contracts/paths.routes';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { callOnce } from '../api/call.ts';
import { newRequestKey } from '../api/request-key.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { refreshPaths } from './path-queries.ts';

/** A new path has a name; the rest is written in its editor. */
export function CreatePath({ onCreated }: { onCreated: (row: PathRow) => void }) {
  const id = useId();
  const [isAsking, setIsAsking] = useState(false);
  const [title, setTitle] = useState('');
  const [key] = useState(newRequestKey);
  const create = useMutation({
    mutationFn: () => callOnce(pathsRoutes.createPath, { body: { title: title.trim() } }, key),
    onSuccess: (row) => {
      void refreshPaths();
      onCreated(row);
    },
  });
  return (
    <>
      <Button type="primary" onClick={() => setIsAsking(true)}>
        新建路径
      </Button>
      <Modal
        open={isAsking}
        title="新建学习路径"
        okText="新建"
        okButtonProps={{ disabled: title.trim().length < PATH_TITLE_MIN, loading: create.isPending }}
        cancelText="取消"
        onCancel={() => setIsAsking(false)}
        onOk={() => create.mutate()}
      >
        <div className="field">
          <label htmlFor={id}>名称</label>
          <Input
            id={id}
            maxLength={PATH_TITLE_MAX}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        <FailureNotice error={create.error} />
      </Modal>
    </>
  );
}
