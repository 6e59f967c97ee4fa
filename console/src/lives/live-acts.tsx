import type { LiveDetail } from '@siyu/shared/contracts/live-desk';
import type { LiveMove } from '@siyu/shared/contracts/live.limits';
import { liveActNames } from '@siyu/shared/messages';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { AskReason } from '../list/ask-reason.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import type { LiveActsState } from './use-live-acts.ts';

interface LiveActsProps {
  readonly detail: LiveDetail;
  readonly acts: LiveActsState;
}

/** What follows from moves that need a second thought. */
const CONFIRMED = {
  ANNOUNCE: '客户马上能在小程序里看到预告并预约。预告以后再改方案，会回到草稿并关闭预约。',
  START: '客户马上能进入直播间观看和发言。',
  END: '客户不能再观看和发言。结束以后请上传录像归档。',
} as const satisfies Partial<Record<LiveMove, string>>;
const isConfirmed = (act: LiveMove): act is keyof typeof CONFIRMED => act in CONFIRMED;

const PLAIN: readonly LiveMove[] = ['SUBMIT', 'ANNOUNCE', 'START', 'UNMUTE', 'END'];

/** What the reader may do with a live now; the server decides again. */
export function LiveActs({ detail, acts }: LiveActsProps) {
  const { mayDo, row } = detail;
  const [asked, setAsked] = useState<keyof typeof CONFIRMED | null>(null);
  const { move, shared } = acts;
  return (
    <div className="actions">
      {mayDo.includes('CANCEL') && (
        <AskReason
          act="取消直播"
          title={`取消《${row.title}》`}
          label="取消的原因"
          {...shared('CANCEL')}
          onReason={(reason) => move.mutate({ act: 'CANCEL', reason })}
        >
          <p>取消以后不能恢复，要播就新建一场。已预约的客户在小程序里看不到这场了。</p>
        </AskReason>
      )}
      {mayDo.includes('MUTE') && (
        <AskReason
          act="禁言"
          title="所有客户不能再发言"
          label="原因（客户会看到）"
          {...shared('MUTE')}
          onReason={(reason) => move.mutate({ act: 'MUTE', reason })}
        >
          <p>直播继续，几秒之内发言关闭；已经展示的发言可以逐条撤下。</p>
        </AskReason>
      )}
      {mayDo.includes('STOP') && (
        <AskReason
          act="停播"
          title={`停止《${row.title}》`}
          label="原因（客户会看到）"
          {...shared('STOP')}
          onReason={(reason) => move.mutate({ act: 'STOP', reason })}
        >
          <p>画面和发言几秒之内关闭，停了就不能再开；要继续讲，得新建一场，重新复核。</p>
        </AskReason>
      )}
      {PLAIN.filter((act) => mayDo.includes(act)).map((act) => (
        <Button
          key={act}
          type={act === 'END' || act === 'UNMUTE' ? 'default' : 'primary'}
          loading={shared(act).isPending}
          onClick={() => (isConfirmed(act) ? setAsked(act) : move.mutate({ act }))}
        >
          {liveActNames[act]}
        </Button>
      ))}
      <FailureNotice error={PLAIN.map((act) => shared(act).error).find((error) => error !== null) ?? null} />
      <Modal
        open={asked !== null}
        title={asked === null ? '' : `${liveActNames[asked]}：${row.title}`}
        okText={asked === null ? '' : `确认${liveActNames[asked]}`}
        cancelText="再看看"
        onCancel={() => setAsked(null)}
        onOk={() => {
          if (asked !== null) move.mutate({ act: asked });
          setAsked(null);
        }}
      >
        {asked !== null && CONFIRMED[asked]}
      </Modal>
    </div>
  );
}
