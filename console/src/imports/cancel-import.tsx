import type { ImportRow } from '@siyu/shared/contracts/imports';
import { importsRoutes } from '@siyu/shared/contracts/imports.routes';
import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { FailureNotice } from '../list/failure-notice.tsx';

/** Asks first, and says what stays. An import that ended meanwhile is shown as it ended. */
export function CancelImport({ importId, fileName }: Pick<ImportRow, 'importId' | 'fileName'>) {
  const [isAsking, setIsAsking] = useState(false);
  const cancel = useMutation({
    mutationFn: () => call(importsRoutes.cancelImport, { params: { importId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['imports'] }),
  });
  return (
    <>
      <Button danger loading={cancel.isPending} onClick={() => setIsAsking(true)}>
        取消导入
      </Button>
      <Modal
        open={isAsking}
        title={`取消导入「${fileName}」`}
        okText="确认取消"
        okButtonProps={{ danger: true }}
        cancelText="继续导入"
        onCancel={() => setIsAsking(false)}
        onOk={() => {
          setIsAsking(false);
          cancel.mutate();
        }}
      >
        已经导入的行会保留，其余的行不再导入。以后重新上传同一份文件，已有的行不会重复计入。
      </Modal>
      <FailureNotice error={cancel.error} />
    </>
  );
}
