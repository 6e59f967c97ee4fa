import type { LiveFile } from '@siyu/shared/contracts/live-desk';
import { liveDeskRoutes } from '@siyu/shared/contracts/live-desk.routes';
import { LIVE_FILE_BYTES_MAX, type LiveFileKind } from '@siyu/shared/contracts/live.limits';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { sendFile } from '../api/call.ts';
import { newRequestKey } from '../api/request-key.ts';
import { FailureNotice } from '../list/failure-notice.tsx';

/** A recording of some gigabytes over the line of a branch. */
const RECORDING_TIMEOUT_MS = 3_600_000;

interface LiveFileChoiceProps {
  readonly liveId: string;
  readonly kind: LiveFileKind;
  readonly label: string;
  readonly accept: string;
  readonly hint: string;
  readonly onUploaded: (file: LiveFile) => void;
}

/** A file of a live, handed in as soon as it is chosen. */
export function LiveFileChoice({ liveId, kind, label, accept, hint, onUploaded }: LiveFileChoiceProps) {
  const id = useId();
  const upload = useMutation({
    mutationFn: async ({ file, key }: { file: File; key: string }) => {
      const input = { params: { liveId }, query: { kind } };
      return sendFile(liveDeskRoutes.uploadLiveFile, file, key, input, RECORDING_TIMEOUT_MS);
    },
    onSuccess: onUploaded,
  });
  const chosen = upload.variables?.file ?? null;
  const isTooLarge = chosen !== null && chosen.size > LIVE_FILE_BYTES_MAX[kind];
  return (
    <div>
      <label className="drop live-drop" htmlFor={id}>
        <input
          id={id}
          type="file"
          accept={accept}
          className="drop-input"
          aria-label={label}
          disabled={upload.isPending}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) upload.mutate({ file, key: newRequestKey() });
          }}
        />
        <b>{chosen === null ? `选择${label}` : chosen.name}</b>
        <span className="note">
          {upload.isPending
            ? '正在上传，请不要关闭页面'
            : upload.isSuccess
              ? `已上传，指纹 ${upload.data.sha256.slice(0, 12)}`
              : isTooLarge
                ? `文件太大，${hint}`
                : hint}
        </span>
      </label>
      <FailureNotice error={upload.error} />
    </div>
  );
}
