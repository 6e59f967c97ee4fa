import type { DeskNotice, GroupDetail } from '@siyu/shared/contracts/communities-desk';
import { communitiesDeskRoutes } from '@siyu/shared/contracts/communities-desk.routes';
import type { GroupNoticeState } from '@siyu/shared/contracts/communities-desk.limits';
import { groupNoticeStateNames } from '@siyu/shared/messages';
import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { formatShortInstant } from '../format/moments.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { NoticeForm } from './notice-form.tsx';
import { takeNotice } from './group-queries.ts';

const chips = {
  IN_REVIEW: 'chip-warning',
  RETURNED: 'chip-error',
  PUBLISHED: 'chip-success',
  WITHDRAWN: 'chip-quiet',
} as const satisfies Record<GroupNoticeState, string>;

/** What the group is told; nothing reaches it before another person has looked at it. */
export function GroupNotices({ detail }: { detail: GroupDetail }) {
  const { group, notices, isKeeper } = detail;
  return (
    <section aria-label="群公告">
      <h2>群公告</h2>
      {notices.length === 0 && <p className="note">还没有公告。</p>}
      <ul className="placements">
        {notices.map((notice) => (
          <Notice key={notice.noticeId} notice={notice} isKeeper={isKeeper} />
        ))}
      </ul>
      {isKeeper && group.state === 'ACTIVE' && <NoticeForm groupId={group.groupId} />}
    </section>
  );
}

function Notice({ notice, isKeeper }: { notice: DeskNotice; isKeeper: boolean }) {
  const [isRevising, setRevising] = useState(false);
  const { state, text, returnedComment } = notice;
  const isUnseen = state === 'IN_REVIEW' || state === 'RETURNED';
  return (
    <li>
      <div className="placement-head">
        <span className={`chip ${chips[state]}`}>{groupNoticeStateNames[state]}</span>
        <span className="note">{momentOf(notice)}</span>
      </div>
      <p className="group-notice">{text}</p>
      {state === 'RETURNED' && returnedComment !== null && (
        <div className="notice notice-warning">退回原因：{returnedComment}</div>
      )}
      {isRevising && (
        <NoticeForm groupId={notice.groupId} revised={notice} onDone={() => setRevising(false)} />
      )}
      {isKeeper && !isRevising && state !== 'WITHDRAWN' && (
        <div className="actions row-acts">
          {isUnseen && (
            <Button size="small" onClick={() => setRevising(true)}>
              修改
            </Button>
          )}
          <WithdrawNotice notice={notice} />
        </div>
      )}
    </li>
  );
}

function WithdrawNotice({ notice: { noticeId, state } }: { notice: DeskNotice }) {
  const [isAsking, setIsAsking] = useState(false);
  const withdraw = useMutation({
    mutationFn: () => call(communitiesDeskRoutes.withdrawNotice, { params: { noticeId } }),
    onSuccess: takeNotice,
  });
  return (
    <>
      <Button size="small" type="text" loading={withdraw.isPending} onClick={() => setIsAsking(true)}>
        撤下
      </Button>
      <Modal
        open={isAsking}
        title="撤下这条公告"
        okText="确认撤下"
        cancelText="不撤下"
        onCancel={() => setIsAsking(false)}
        onOk={() => {
          setIsAsking(false);
          withdraw.mutate();
        }}
      >
        {state === 'PUBLISHED'
          ? '撤下后群成员马上看不到它，不能恢复；要再发请重新写一条。'
          : '撤下后不再复核，群成员不会看到它。'}
      </Modal>
      <FailureNotice error={withdraw.error} />
    </>
  );
}

/** The moment that matters in this state, and who wrote it. */
function momentOf({ state, authorName, updatedAt, publishedAt, withdrawnAt }: DeskNotice): string {
  if (state === 'PUBLISHED') return `${authorName} · ${formatShortInstant(publishedAt ?? updatedAt)} 发布`;
  if (state === 'WITHDRAWN') return `${authorName} · ${formatShortInstant(withdrawnAt ?? updatedAt)} 撤下`;
  return `${authorName} · ${formatShortInstant(updatedAt)} 提交`;
}
