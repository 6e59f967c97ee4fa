import type { DeskNotice } from '@siyu/shared/contracts/communities-desk';
import { communitiesDeskRoutes } from '@siyu/shared/contracts/communities-desk.routes';
import { GROUP_NOTICE_MAX } from '@siyu/shared/contracts/communities.limits';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { call, callOnce } from '../api/call.ts';
import { newRequestKey } from '../api/request-key.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { takeNotice } from './group-queries.ts';

interface NoticeFormProps {
  readonly groupId: string;
  /** The notice whose text is replaced; without one a new notice is written. */
  readonly revised?: DeskNotice;
  readonly onDone?: () => void;
}

/** Writes a notice and hands it to a reviewer. */
export function NoticeForm({ groupId, revised, onDone }: NoticeFormProps) {
  const id = useId();
  const [text, setText] = useState(revised?.text ?? '');
  const [key, setKey] = useState(newRequestKey);
  const write = useMutation({
    mutationFn: () => {
      const body = { text: text.trim() };
      return revised === undefined
        ? callOnce(communitiesDeskRoutes.writeNotice, { params: { groupId }, body }, key)
        : call(communitiesDeskRoutes.reviseNotice, { params: { noticeId: revised.noticeId }, body });
    },
    onSuccess: async (made) => {
      await takeNotice(made);
      setText('');
      onDone?.();
    },
    // Whatever came back, the next press is another wish; without an answer the same one is sent again.
    onSettled: (_, error) => {
      if (error === null || !('code' in error && String(error.code).startsWith('client.')))
        setKey(newRequestKey());
    },
  });
  return (
    <div className="own-form">
      <div className="ask-reason">
        <label htmlFor={id}>{revised === undefined ? '写一条公告' : '修改公告'}</label>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={GROUP_NOTICE_MAX}
          showCount
          placeholder="例如：周四晚 7 点半直播讲怎样读基金季报，可以先学第一课。"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <FailureNotice error={write.error} nameOf={() => '公告'} />
      <div className="actions">
        <Button
          type="primary"
          disabled={text.trim() === '' || text.trim() === revised?.text}
          loading={write.isPending}
          onClick={() => write.mutate()}
        >
          提交复核
        </Button>
        {onDone && <Button onClick={onDone}>不改了</Button>}
        <span className="note">另一位同事复核通过后，群成员才能看到。</span>
      </div>
    </div>
  );
}
