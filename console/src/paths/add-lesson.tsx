import type { PathLesson } from '@siyu/shared/contracts/paths';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { SearchField } from '../list/search-field.tsx';
import { pathLessonsQuery } from './path-queries.ts';

interface AddLessonProps {
  /** What the course is called, for whoever hears the button only. */
  readonly course: string;
  readonly inPath: ReadonlySet<string>;
  readonly onAdd: (lesson: PathLesson) => void;
}

/** Published lessons to choose from; those of no path stand first. */
export function AddLesson({ course, inPath, onAdd }: AddLessonProps) {
  const [isOpen, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const list = useInfiniteQuery({ ...pathLessonsQuery(search), enabled: isOpen });
  const lessons = list.data?.pages.flatMap((page) => page.lessons) ?? [];
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-label={`加课到${course}`}>
        加课
      </Button>
      <Modal open={isOpen} title={`加课到${course}`} footer={null} onCancel={() => setOpen(false)}>
        <SearchField
          fieldRef={null}
          placeholder="按标题找课"
          maxLength={60}
          value={search}
          onSearch={setSearch}
        />
        {list.error ? (
          <FailureState error={list.error} onRetry={() => void list.refetch()} />
        ) : !list.data ? (
          <ListSkeleton rows={4} />
        ) : lessons.length === 0 ? (
          <p className="note">没有这样的已发布课程。</p>
        ) : (
          <ul className="path-lessons">
            {lessons.map((lesson) => (
              <li key={lesson.lessonId}>
                <div className="path-lesson-words">
                  {lesson.title}
                  <div className="note">
                    {lesson.path === null ? '不在任何路径里' : `现在在「${lesson.path.title}」里`}
                  </div>
                </div>
                <Button
                  size="small"
                  disabled={inPath.has(lesson.lessonId)}
                  aria-label={`加入《${lesson.title}》`}
                  onClick={() => onAdd(lesson)}
                >
                  {inPath.has(lesson.lessonId) ? '已加入' : '加入'}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            加载更多
          </Button>
        )}
      </Modal>
    </>
  );
}
