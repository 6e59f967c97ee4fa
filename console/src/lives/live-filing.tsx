import type { LiveDetail } from '@siyu/shared/contracts/live-desk';
import { liveDeskRoutes } from '@siyu/shared/contracts/live-desk.routes';
import { FILED_WITH_MAX, FILING_NO_MAX, LIVE_FILE_BYTES_MAX } from '@siyu/shared/contracts/live.limits';
import { filingStateNames } from '@siyu/shared/messages';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '../api/call.ts';
import { formatCivilDay, formatInstant } from '../format/moments.ts';
import { DayField } from '../list/day-field.tsx';
import { Facts } from '../list/facts.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { LiveFileChoice } from './live-file-choice.tsx';
import { OpenLiveFile } from './open-live-file.tsx';
import { takeLive } from './live-queries.ts';

const tones = { WAITING: 'chip-warning', CONFIRMED: 'chip-success', REFUSED: 'chip-error' } as const;

/** How the live was filed, with what proves it; entered by one person and confirmed by another. */
export function LiveFiling({ detail }: { detail: LiveDetail }) {
  const { filing, mayDo, row } = detail;
  const isDone = filing !== null && filing.state === 'CONFIRMED' && filing.isOfThisPlan;
  return (
    <section className="card" aria-label="备案">
      <h2>备案</h2>
      {filing === null ? (
        <p className="note">还没有登记备案。标题、类别、时间、主讲人和播放方式改过，要重新备案。</p>
      ) : (
        <>
          <span className={`chip ${tones[filing.state]}`}>{filingStateNames[filing.state]}</span>
          {!filing.isOfThisPlan && (
            <p className="notice notice-warning">方案改过，和备案的不一样了，请重新备案。</p>
          )}
          <Facts
            facts={[
              ['备案编号', filing.filingNo],
              ['备案日期', formatCivilDay(filing.filedOn)],
              ['备案机关', filing.filedWith],
              ['登记', `${filing.enteredByName} · ${formatInstant(filing.enteredAt)}`],
            ]}
          />
          <OpenLiveFile liveId={row.liveId} fileId={filing.fileId} text="查看备案凭证" />
        </>
      )}
      {mayDo.includes('FILE') && !isDone && <EnterFiling liveId={row.liveId} />}
    </section>
  );
}

function EnterFiling({ liveId }: { liveId: string }) {
  const id = useId();
  const [filingNo, setFilingNo] = useState('');
  const [filedOn, setFiledOn] = useState('');
  const [filedWith, setFiledWith] = useState('');
  const [fileId, setFileId] = useState<string | null>(null);
  const file = useMutation({
    mutationFn: (proof: string) =>
      call(liveDeskRoutes.fileLive, {
        params: { liveId },
        body: { filingNo: filingNo.trim(), filedOn, filedWith: filedWith.trim(), fileId: proof },
      }),
    onSuccess: takeLive,
  });
  const isWhole = filingNo.trim() !== '' && filedOn !== '' && filedWith.trim() !== '';
  return (
    <div className="own-form live-form">
      <div>
        <label htmlFor={`${id}-no`}>备案编号</label>
        <Input
          id={`${id}-no`}
          maxLength={FILING_NO_MAX}
          value={filingNo}
          onChange={(event) => setFilingNo(event.target.value)}
        />
      </div>
      <div>
        <label htmlFor={`${id}-on`}>备案日期</label>
        <DayField id={`${id}-on`} value={filedOn} onChange={setFiledOn} />
      </div>
      <div>
        <label htmlFor={`${id}-with`}>备案机关</label>
        <Input
          id={`${id}-with`}
          maxLength={FILED_WITH_MAX}
          placeholder="例如：深圳证监局"
          value={filedWith}
          onChange={(event) => setFiledWith(event.target.value)}
        />
      </div>
      <LiveFileChoice
        liveId={liveId}
        kind="FILING"
        label="备案凭证"
        accept=".pdf,.png,.jpg,.jpeg"
        hint={`PDF 或图片，最大 ${LIVE_FILE_BYTES_MAX.FILING / 1_048_576} MB`}
        onUploaded={(uploaded) => setFileId(uploaded.fileId)}
      />
      <FailureNotice error={file.error} />
      <Button
        type="primary"
        disabled={!isWhole || fileId === null}
        loading={file.isPending}
        onClick={() => fileId !== null && file.mutate(fileId)}
      >
        登记备案
      </Button>
      <p className="note">登记以后由另一位合规同事核对凭证。开播日离备案日要满规定的工作日。</p>
    </div>
  );
}
