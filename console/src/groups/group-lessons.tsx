import type { GroupDetail, SharedLesson } from '@siyu/shared/contracts/communities-desk';
import { GROUP_LESSONS_MAX } from '@siyu/shared/contracts/communities-desk.limits';
import { communitiesDeskRoutes } from '@siyu/shared/contracts/communities-desk.routes';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { call } from '../api/call.ts';
import { formatShortInstant } from '../format/moments.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { shareableLessonsQuery, takeGroup } from './group-queries.ts';

/** Published lessons that the group's page shows. */
export function GroupLessons({ detail }: { detail: GroupDetail }) {
  const { group, lessons, isKeeper } = detail;
  return (
    <section aria-label="分享的课程">
      <h2>分享的课程</h2>
      {lessons.length === 0 && <p className="note">还没有分享课程。</p>}
      <ul className="stays" aria-label="分享的课程">
        {lessons.map((lesson) => (
          <Shared key={lesson.lessonId} groupId={group.groupId} lesson={lesson} isKeeper={isKeeper} />
        ))}
      </ul>
      {isKeeper && group.state === 'ACTIVE' && lessons.length < GROUP_LESSONS_MAX && (
        <ShareLesson groupId={group.groupId} />
      )}
    </section>
  );
}

interface SharedProps {
  readonly groupId: string;
  readonly lesson: SharedLesson;
  readonly isKeeper: boolean;
}

function Shared({ groupId, lesson: { lessonId, title, sharedBy, sharedAt }, isKeeper }: SharedProps) {
  const unshare = useMutation({
    mutationFn: () => call(communitiesDeskRoutes.unshareLesson, { params: { groupId, lessonId } }),
    onSuccess: takeGroup,
  });
  return (
    <li>
      <div>
        <div>{title ?? '这一课已不再发布，群成员看不到'}</div>
        <div className="note">
          {sharedBy} · {formatShortInstant(sharedAt)} 分享
        </div>
        <FailureNotice error={unshare.error} />
      </div>
      {isKeeper && (
        <Button
          size="small"
          type="text"
          aria-label={`不再分享${title ?? '这一课'}`}
          loading={unshare.isPending}
          onClick={() => unshare.mutate()}
        >
          不再分享
        </Button>
      )}
    </li>
  );
}

function ShareLesson({ groupId }: { groupId: string }) {
  const id = useId();
  const [search, setSearch] = useState('');
  const [lessonId, setLessonId] = useState<string | null>(null);
  const found = useQuery(shareableLessonsQuery(search.trim()));
  const share = useMutation({
    mutationFn: (chosen: string) =>
      call(communitiesDeskRoutes.shareLesson, { params: { groupId, lessonId: chosen } }),
    onSuccess: (made) => {
      takeGroup(made);
      setLessonId(null);
    },
  });
  return (
    <div className="own-form">
      <div>
        <label htmlFor={id}>分享一节课</label>
        <Select
          id={id}
          className="full"
          allowClear
          showSearch={{ filterOption: false, onSearch: setSearch }}
          loading={found.isPending}
          value={lessonId}
          placeholder="选一节已发布的课"
          options={found.data?.lessons.map((each) => ({ value: each.lessonId, label: each.title })) ?? []}
          notFoundContent={found.isPending ? '正在找' : '没有这个标题的已发布课程'}
          onChange={(chosen) => setLessonId(chosen ?? null)}
        />
      </div>
      <FailureNotice error={share.error ?? found.error} />
      <Button
        disabled={lessonId === null}
        loading={share.isPending}
        onClick={() => lessonId !== null && share.mutate(lessonId)}
      >
        分享
      </Button>
    </div>
  );
}
