import type { LiveDetail } from '@siyu/shared/contracts/live-desk';
import { liveDeskRoutes } from '@siyu/shared/contracts/live-desk.routes';
import { LIVE_FILE_BYTES_MAX, RECORDING_URL_MAX } from '@siyu/shared/contracts/live.limits';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '../api/call.ts';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { LiveFileChoice } from './live-file-choice.tsx';
import { takeLive } from './live-queries.ts';
import { OpenLiveFile } from './open-live-file.tsx';

/** What is kept of a live that is over: the recording, and the seals of what was said and who watched. */
export function LiveArchive({ detail }: { detail: LiveDetail }) {
  const { archive, mayDo, row } = detail;
  if (archive === null && !mayDo.includes('ARCHIVE')) return null;
  return (
    <section className="card" aria-label="归档">
      <h2>归档</h2>
      {archive === null ? (
        <Hand detail={detail} />
      ) : (
        <>
          <Facts
            facts={[
              ['归档', `${archive.archivedByName} · ${formatInstant(archive.archivedAt)}`],
              ['录像指纹', archive.recordingSha256.slice(0, 16)],
              ['发言封存', archive.chatSha256.slice(0, 16)],
              ['观众名单封存', archive.viewersSha256.slice(0, 16)],
              ...(archive.recordingUrl === null ? [] : [['录像地址', archive.recordingUrl] as const]),
            ]}
          />
          {archive.recordingFileId !== null && (
            <OpenLiveFile liveId={row.liveId} fileId={archive.recordingFileId} text="查看录像" />
          )}
        </>
      )}
    </section>
  );
}

function Hand({ detail: { row } }: { detail: LiveDetail }) {
  const id = useId();
  const isOwn = row.platform === 'own';
  const [fileId, setFileId] = useState<string | null>(null);
  const [url, setUrl] = useState('');
  const [sha256, setSha256] = useState('');
  const archive = useMutation({
    mutationFn: () =>
      call(liveDeskRoutes.archiveLive, {
        params: { liveId: row.liveId },
        body: isOwn
          ? { fileId, recordingUrl: null, recordingSha256: null }
          : { fileId: null, recordingUrl: url.trim(), recordingSha256: sha256.trim().toLowerCase() },
      }),
    onSuccess: takeLive,
  });
  const isWhole = isOwn ? fileId !== null : url.trim() !== '' && /^[0-9a-f]{64}$/i.test(sha256.trim());
  return (
    <div className="own-form live-form">
      {isOwn ? (
        <LiveFileChoice
          liveId={row.liveId}
          kind="RECORDING"
          label="直播录像"
          accept=".mp4,.webm,.mp3,.m4a"
          hint={`MP4、WebM 或录音，最大 ${LIVE_FILE_BYTES_MAX.RECORDING / 1_073_741_824} GB`}
          onUploaded={(file) => setFileId(file.fileId)}
        />
      ) : (
        <>
          <div>
            <label htmlFor={`${id}-url`}>录像地址（https）</label>
            <Input
              id={`${id}-url`}
              maxLength={RECORDING_URL_MAX}
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
          </div>
          <div>
            <label htmlFor={`${id}-sha256`}>录像文件的 SHA-256</label>
            <Input
              id={`${id}-sha256`}
              maxLength={64}
              value={sha256}
              onChange={(event) => setSha256(event.target.value)}
            />
          </div>
        </>
      )}
      <FailureNotice error={archive.error} />
      <Button type="primary" disabled={!isWhole} loading={archive.isPending} onClick={() => archive.mutate()}>
        归档
      </Button>
      <p className="note">归档时封存全部发言和观众名单，以后不能再改。</p>
    </div>
  );
}
