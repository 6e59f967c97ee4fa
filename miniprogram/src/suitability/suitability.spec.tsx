import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { AskedQuestionnaire, OwnAssessment, OwnSuitability } from '@siyu/shared/contracts/suitability';
import { session } from '../session/session';
import { learner } from '../testing/lesson';
import { phone } from '../testing/taro';
import QuestionnairePage from './questionnaire/index';
import SuitabilityPage from './result/index';

const OWN = '/v1/suitability';
const asked: AskedQuestionnaire = {
  version: 3,
  questions: [
    {
      key: 'traded',
      title: '您投资过哪些产品？',
      isMultiple: true,
      options: [
        { key: 'bonds', text: '债券' },
        { key: 'shares', text: '股票' },
      ],
    },
    {
      key: 'loss',
      title: '您能承受多大的亏损？',
      isMultiple: false,
      options: [
        { key: 'none', text: '不能承受' },
        { key: 'some', text: '一些' },
      ],
    },
  ],
};
const nothing: OwnSuitability = {
  standing: 'NOT_ASSESSED',
  level: null,
  validUntil: null,
  hasRefusedInformation: false,
  latest: null,
  wait: null,
};
const result: OwnAssessment = {
  assessmentId: '019ab000-0000-7000-8000-0000000000f1',
  state: 'COUNTS',
  level: 'C3',
  pointsReached: 45,
  isLowestByAnswer: false,
  questionnaireVersion: 3,
  takenAt: '2026-11-30T02:00:00.000Z',
  confirmedAt: '2026-11-30T02:01:00.000Z',
  validUntil: '2027-11-30',
};
const valid: OwnSuitability = {
  ...nothing,
  standing: 'VALID',
  level: 'C3',
  validUntil: '2027-11-30',
  latest: result,
  wait: { reason: 'PER_DAY', from: '2026-12-01' },
};

describe('the risk assessment on the phone', () => {
  let own: OwnSuitability;
  beforeEach(() => {
    phone.reset();
    own = nothing;
    phone.answer = ({ url, method = 'GET' }) => {
      if (method !== 'GET') return { statusCode: 200, data: own };
      if (url.startsWith(`${OWN}/assessments`)) {
        const assessments = own.latest === null ? [] : [own.latest];
        return { statusCode: 200, data: { assessments, nextCursor: null } };
      }
      return { statusCode: 200, data: url.endsWith('/questionnaire') ? asked : own };
    };
    act(() => {
      session.set((before) => ({ ...before, phase: 'entered', member: learner }));
    });
  });
  afterEach(cleanup);

  const press = (word: string): void => {
    fireEvent.click(screen.getByText(word));
  };
  const sent = (method: string) => phone.requests.filter((each) => each.method === method);

  it('I-01 several options may be chosen where the question says so, and all answers go in once', async () => {
    render(<QuestionnairePage />);
    await waitFor(() => screen.getByText('您投资过哪些产品？'));
    expect(screen.getByText('请先选择').closest('.tap')?.className).toContain('tap--disabled');
    press('债券');
    press('股票');
    press('债券');
    press('下一题');
    press('不能承受');
    press('一些');
    press('提交');
    await waitFor(() => expect(phone.routes).toEqual(['/suitability/result/index']));
    expect(sent('POST').map(({ data }) => data)).toEqual([
      {
        assessmentId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        questionnaireVersion: 3,
        answers: [
          { question: 'traded', options: ['shares'] },
          { question: 'loss', options: ['some'] },
        ],
      },
    ]);
  });

  it('I-01 REQ-SUIT-7 nothing is asked while it is too early, and the day is named', async () => {
    own = valid;
    render(<QuestionnairePage />);
    await waitFor(() => screen.getByText(/12月1日起可以再做/));
    expect(screen.queryByText('您投资过哪些产品？')).toBeNull();
  });

  it('I-01 REQ-SUIT-10 who keeps answering after having read what follows has said nothing', async () => {
    phone.isModalConfirmed = false;
    render(<QuestionnairePage />);
    await waitFor(() => screen.getByText('我不想提供这些信息'));
    press('我不想提供这些信息');
    await waitFor(() => screen.getByText('您投资过哪些产品？'));
    expect(sent('POST')).toEqual([]);
    expect(phone.routes).toEqual([]);
  });

  it('I-01 REQ-SUIT-7 REQ-SUIT-8 a result that is looked at first says so, is confirmed all the same, and what counts stays in sight', async () => {
    own = { ...valid, level: 'C1', latest: { ...result, state: 'HELD', confirmedAt: null } };
    render(<SuitabilityPage />);
    await waitFor(() => screen.getByText('正在核实', { selector: '.chip' }));
    expect(document.getElementById('suit-result')?.textContent).toBe('C3 稳健型');
    expect(document.getElementById('suit-level')?.textContent).toBe('C1 保守型');
    press('确认这个结果');
    await waitFor(() => expect(phone.toasts).toContain('已确认'));
    expect(sent('PUT')[0]?.url).toContain(`${OWN}/assessments/${result.assessmentId}/confirmation`);
  });

  it('I-01 REQ-SUIT-6 an assessment that has run out says what follows, and the one thing to do', async () => {
    own = {
      ...valid,
      standing: 'ASSESSMENT_EXPIRED',
      latest: { ...result, state: 'EXPIRED' },
      wait: null,
    };
    render(<SuitabilityPage />);
    await waitFor(() => screen.getByText(/您的测评已过期/));
    press('重新测评');
    expect(phone.routes).toEqual(['/suitability/questionnaire/index']);
    expect(screen.queryByText('我的情况有变化')).toBeNull();
  });
});
