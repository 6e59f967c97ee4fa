import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { lesson } from '../../testing/lesson';
import { phone } from '../../testing/taro';
import ReadPage from './index';

describe('a lesson opened from Moments', () => {
  const before = process.env['TARO_ENV'];
  beforeEach(() => {
    Object.assign(process.env, { TARO_ENV: 'weapp' });
    phone.reset();
    phone.scene = 1154;
    phone.params = { lessonId: lesson.lessonId };
  });
  afterEach(cleanup);
  afterAll(() => {
    Object.assign(process.env, { TARO_ENV: before });
  });

  it('E-08 shows its words without a login, says where the whole app is, and asks for nothing else', async () => {
    phone.answer = () => ({ statusCode: 200, data: lesson });
    render(<ReadPage />);
    await waitFor(() => screen.getByText(lesson.title));
    expect(screen.getByText(lesson.riskNote)).toBeTruthy();
    expect(document.getElementById('single-page')?.textContent).toContain('前往小程序');
    expect(phone.requests.map(({ url }) => url)).toEqual([`/v1/shared-lessons/${lesson.lessonId}`]);
    expect(phone.routes).toEqual([]);
    for (const id of ['finish-lesson', 'finish-hint', 'check-code-lesson'])
      expect(document.getElementById(id)).toBeNull();
  });

  it('E-08 one that is not published any more says so', async () => {
    phone.answer = () => ({ statusCode: 404, data: { code: 'content.lesson_not_found' } });
    render(<ReadPage />);
    await waitFor(() => screen.getByText('没有找到这篇内容，它可能已下架。'));
  });
});
