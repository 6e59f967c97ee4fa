import { describe, expect, it } from '@jest/globals';
import type { PathDraft } from '@siyu/shared/contracts/paths';
import { moveCourse, moveLesson, putIn, removeCourse, takeOut } from './edit-courses.ts';
import { pathChanges } from './path-changes.ts';

const courses = [
  { title: '一', lessonIds: ['a', 'b'] },
  { title: '二', lessonIds: ['c'] },
];
const draft: PathDraft = { title: '路', summary: '', stages: [], groups: [], courses, leftOut: [] };
const told = (of: PathDraft['courses']) =>
  of.map(({ title, lessonIds }) => title + lessonIds.join('')).join(' ');

describe('editing the courses of a path', () => {
  it('F-03 a lesson moves along the path and over the edge of its course, and no further than the path', () => {
    expect(told(moveLesson(courses, 0, 1, -1))).toBe('一ba 二c');
    expect(told(moveLesson(courses, 0, 1, 1))).toBe('一a 二bc');
    expect(told(moveLesson(courses, 1, 0, -1))).toBe('一abc 二');
    expect(told(moveCourse(courses, 1, -1))).toBe('二c 一ab');
    expect(told(removeCourse(courses, 0))).toBe('二abc');
    expect(told(removeCourse(courses, 1))).toBe('一abc');
  });

  it('F-03 a lesson that is taken out is kept out until it is put in again, and the differences say so', () => {
    const out = takeOut(draft, 'b');
    expect([told(out.courses), out.leftOut]).toEqual(['一a 二c', ['b']]);
    const back = putIn(out, 1, 'b');
    expect([told(back.courses), back.leftOut]).toEqual(['一a 二cb', []]);
    expect(pathChanges(draft, out, (id) => `课 ${id}`)).toEqual([
      { name: '课程编排', before: '【一】1 课 a，2 课 b；【二】1 课 c', after: '【一】1 课 a；【二】1 课 c' },
      { name: '移出的课', before: '无', after: '课 b' },
    ]);
  });
});
