import { PLACEMENT_NAME_MAX } from '@siyu/shared/contracts/channels.limits';
import { channelsRoutes } from '@siyu/shared/contracts/channels.routes';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { callOnce } from '../api/call.ts';
import { newRequestKey } from '../api/request-key.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { takeAccount } from './channel-queries.ts';
import { LessonField } from './lesson-field.tsx';

/** A new placement with a key of its own, for good. */
export function CreatePlacement({ accountId }: { accountId: string }) {
  const [name, setName] = useState('');
  const [lessonId, setLessonId] = useState<string | null>(null);
  const [key, setKey] = useState(newRequestKey);
  const create = useMutation({
    mutationFn: () =>
      callOnce(
        channelsRoutes.createPlacement,
        { params: { accountId }, body: { name: name.trim(), lessonId } },
        key,
      ),
    onSuccess: (made) => {
      takeAccount(made);
      setName('');
      setLessonId(null);
    },
    // Whatever came back, the next press is another wish; without an answer the same one is sent again.
    onSettled: (_, error) => {
      if (error === null || !('code' in error && String(error.code).startsWith('client.')))
        setKey(newRequestKey());
    },
  });
  return (
    <div className="own-form">
      <div>
        <label htmlFor="new-placement">新建投放位</label>
        <Input
          id="new-placement"
          placeholder="例如：门口海报、十一月直播片尾"
          maxLength={PLACEMENT_NAME_MAX}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <LessonField value={lessonId} onChange={setLessonId} />
      <FailureNotice error={create.error} />
      <Button disabled={name.trim() === ''} loading={create.isPending} onClick={() => create.mutate()}>
        新建
      </Button>
    </div>
  );
}
