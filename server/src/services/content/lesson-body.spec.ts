import { describe, expect, it } from '@jest/globals';
import { parseLessonBody } from './lesson-body.ts';

describe('parsing the body of a lesson', () => {
  it('parts paragraphs at blank lines, whatever the line ends', () => {
    expect(parseLessonBody('一\r\n二\r\n \r\n三\n\n\n四')).toEqual([
      { kind: 'text', text: '一\n二' },
      { kind: 'text', text: '三' },
      { kind: 'text', text: '四' },
    ]);
  });

  it('takes a heading out even when no blank line surrounds it', () => {
    expect(parseLessonBody('前言\n## 什么是定投\n每月一次。')).toEqual([
      { kind: 'text', text: '前言' },
      { kind: 'heading', text: '什么是定投' },
      { kind: 'text', text: '每月一次。' },
    ]);
  });

  it('keeps markup and lone hashes as the text they are', () => {
    expect(parseLessonBody('<b>粗</b>\n\n##\n\n# 一级')).toEqual([
      { kind: 'text', text: '<b>粗</b>' },
      { kind: 'text', text: '##' },
      { kind: 'text', text: '# 一级' },
    ]);
  });
});
