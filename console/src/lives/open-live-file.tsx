import { liveDeskRoutes } from '@siyu/shared/contracts/live-desk.routes';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '../api/call.ts';
import { FailureNotice } from '../list/failure-notice.tsx';

interface OpenLiveFileProps {
  readonly liveId: string;
  readonly fileId: string;
  readonly text: string;
}

/** Asks for a link that works for some minutes, and offers it: each look stands in the audit. */
export function OpenLiveFile({ liveId, fileId, text }: OpenLiveFileProps) {
  const link = useMutation({
    mutationFn: () => call(liveDeskRoutes.openLiveFile, { params: { liveId, fileId } }),
  });
  return (
    <>
      <div className="actions">
        <Button loading={link.isPending} onClick={() => link.mutate()}>
          {text}
        </Button>
        {link.data && (
          <a href={link.data.url} target="_blank" rel="noreferrer">
            打开文件（五分钟内有效）
          </a>
        )}
      </div>
      <p className="note">查看会记入留痕。</p>
      <FailureNotice error={link.error} />
    </>
  );
}
