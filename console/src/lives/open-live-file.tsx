import { liveDeskRoutes } from '@siyu/shared/contracts/live-desk.routes';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '../api/call.ts';
import { useStaff } from '../app/signed-in.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';

interface OpenLiveFileProps {
  readonly liveId: string;
  readonly fileId: string;
  readonly text: string;
}

/** Asks for a link that works for some minutes, and offers it to whoever may have it: each look stands in the audit. */
export function OpenLiveFile({ liveId, fileId, text }: OpenLiveFileProps) {
  const { roles } = useStaff();
  const link = useMutation({
    mutationFn: () => call(liveDeskRoutes.openLiveFile, { params: { liveId, fileId } }),
  });
  if (!roles.some((role) => role === 'operator' || role === 'compliance')) return null;
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
