import type { PathDraft, PathLesson } from '@siyu/shared/contracts/paths';
import { COURSES_MAX, PATH_TITLE_MAX } from '@siyu/shared/contracts/paths.limits';
import { Button, Input } from 'antd';
import { useId, type ReactNode } from 'react';
import { AddLesson } from './add-lesson.tsx';
import { moveCourse, moveLesson, putIn, removeCourse, takeOut } from './edit-courses.ts';

interface CourseFieldsProps {
  readonly draft: PathDraft;
  readonly lessons: ReadonlyMap<string, PathLesson>;
  readonly onChange: (draft: PathDraft) => void;
  readonly onKnown: (lesson: PathLesson) => void;
}

/** The courses of a path and their lessons, in an order that buttons change. */
export function CourseFields({ draft, lessons, onChange, onKnown }: CourseFieldsProps) {
  const { courses } = draft;
  const set = (next: PathDraft['courses']) => onChange({ ...draft, courses: next });
  const inPath = new Set(courses.flatMap(({ lessonIds }) => lessonIds));
  const titleOf = (lessonId: string) => lessons.get(lessonId)?.title ?? '已删除的课';
  return (
    <>
      {courses.map(({ title, lessonIds }, course) => (
        <fieldset key={course} className="path-course">
          <legend>{courses.length > 1 ? `第 ${course + 1} 门课程` : '课程'}</legend>
          {courses.length > 1 && (
            <CourseTitle
              title={title}
              onChange={(next) =>
                set(courses.map((each, at) => (at === course ? { ...each, title: next } : each)))
              }
            >
              <Button
                size="small"
                disabled={course === 0}
                aria-label={`第 ${course + 1} 门课程上移`}
                onClick={() => set(moveCourse(courses, course, -1))}
              >
                ↑
              </Button>
              <Button
                size="small"
                disabled={course === courses.length - 1}
                aria-label={`第 ${course + 1} 门课程下移`}
                onClick={() => set(moveCourse(courses, course, 1))}
              >
                ↓
              </Button>
              <Button
                size="small"
                aria-label={`合并第 ${course + 1} 门课程`}
                onClick={() => set(removeCourse(courses, course))}
              >
                合并
              </Button>
            </CourseTitle>
          )}
          <ol className="path-lessons">
            {lessonIds.map((lessonId, at) => (
              <li key={lessonId}>
                <div className="path-lesson-words">
                  {titleOf(lessonId)}
                  {lessons.get(lessonId)?.isPublished === false && (
                    <div className="note">现在没有发布，客户看不到；重新发布后回到这里</div>
                  )}
                </div>
                <Button
                  size="small"
                  disabled={course === 0 && at === 0}
                  aria-label={`《${titleOf(lessonId)}》上移`}
                  onClick={() => set(moveLesson(courses, course, at, -1))}
                >
                  ↑
                </Button>
                <Button
                  size="small"
                  disabled={course === courses.length - 1 && at === lessonIds.length - 1}
                  aria-label={`《${titleOf(lessonId)}》下移`}
                  onClick={() => set(moveLesson(courses, course, at, 1))}
                >
                  ↓
                </Button>
                <Button
                  size="small"
                  aria-label={`移出《${titleOf(lessonId)}》`}
                  onClick={() => onChange(takeOut(draft, lessonId))}
                >
                  移出
                </Button>
              </li>
            ))}
          </ol>
          {lessonIds.length === 0 && <p className="note">这里还没有课。</p>}
          <AddLesson
            course={courses.length > 1 ? `「${title || `第 ${course + 1} 门课程`}」` : '这条路径'}
            inPath={inPath}
            onAdd={(lesson) => {
              onKnown(lesson);
              onChange(putIn(draft, course, lesson.lessonId));
            }}
          />
        </fieldset>
      ))}
      <Button
        disabled={courses.length >= COURSES_MAX}
        onClick={() => set([...courses, { title: '', lessonIds: [] }])}
      >
        分出一门课程
      </Button>
      {draft.leftOut.length > 0 && (
        <p className="note">
          已移出：{draft.leftOut.map((lessonId) => `《${titleOf(lessonId)}》`).join('、')}，客户仍可单独阅读。
        </p>
      )}
    </>
  );
}

interface CourseTitleProps {
  readonly title: string;
  readonly onChange: (title: string) => void;
  readonly children: ReactNode;
}

function CourseTitle({ title, onChange, children }: CourseTitleProps) {
  const id = useId();
  return (
    <div className="field path-course-title">
      <label htmlFor={id}>课程名称</label>
      <div className="actions">
        <Input
          id={id}
          maxLength={PATH_TITLE_MAX}
          value={title}
          onChange={(event) => onChange(event.target.value)}
        />
        {children}
      </div>
    </div>
  );
}
