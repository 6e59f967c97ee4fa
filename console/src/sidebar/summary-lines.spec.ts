import { describe, expect, it } from '@jest/globals';
import { consentNow, latestLearning } from './summary-lines.ts';

const at = (hour: number) => `2026-11-24T0${hour}:00:00.000Z`;

describe('the lines of the summary beside a chat', () => {
  it('E-11 of lessons, reading and quizzes the latest is told, and nothing before somebody began', () => {
    const quiz = { title: '小测课', correct: 3, total: 5, submittedAt: at(3) };
    const reading = [{ title: '在读课', readPercent: 40, updatedAt: at(4) }];
    const completions = [{ title: '学完课', version: 1, completedAt: at(2) }];
    expect(latestLearning({ completions, reading, quizzes: [quiz] })?.what).toBe('《在读课》读到 40%');
    expect(latestLearning({ completions, reading: [], quizzes: [quiz] })?.what).toBe(
      '《小测课》小测答对 3 / 5 题',
    );
    expect(latestLearning({ completions: [], reading: [], quizzes: [] })).toBeNull();
  });

  it('E-11 a consent holds by its latest decision, and only for the text in force', () => {
    const said = (isGranted: boolean, isTextCurrent: boolean, hour: number) => ({
      purpose: 'MARKETING' as const,
      isGranted,
      isTextCurrent,
      textVersion: 't',
      channel: 'app',
      decidedAt: at(hour),
    });
    expect(consentNow({ consents: [said(true, true, 3), said(false, true, 2)] }, 'MARKETING')).toBe(true);
    expect(consentNow({ consents: [said(false, true, 3), said(true, true, 2)] }, 'MARKETING')).toBe(false);
    expect(consentNow({ consents: [said(true, false, 3)] }, 'MARKETING')).toBe(false);
    expect(consentNow({ consents: [] }, 'SERVICE')).toBe(false);
  });
});
