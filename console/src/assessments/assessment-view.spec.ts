import { describe, expect, it } from '@jest/globals';
import { readAssessmentView, writeAssessmentView } from './assessment-view.ts';
import { processingsOf } from './processings-of.ts';

const ID = '01900000-0000-7000-8000-00000000f009';

describe('the page of impact assessments', () => {
  it('F-09 REQ-PI-7 its address keeps the view and the open assessment, and leaves out what it does not know', () => {
    expect(readAssessmentView(new URLSearchParams())).toEqual({ view: 'ALL', open: null });
    const view = { view: 'DUE', open: ID } as const;
    expect(readAssessmentView(writeAssessmentView(view))).toEqual(view);
    expect(writeAssessmentView({ view: 'ALL', open: null }).toString()).toBe('');
    expect(readAssessmentView(new URLSearchParams('view=LOST&open=1'))).toEqual({ view: 'ALL', open: null });
  });

  it('F-09 REQ-PI-7 says of each kind what the system does of it, and nothing of kinds it does not do', () => {
    expect(processingsOf('ENTRUSTING_OR_SHARING')).toBe(
      '经微信、企业微信登录、建群和发送消息；经企业微信存档员工与客户的会话',
    );
    expect(processingsOf('CROSS_BORDER')).toBe('');
  });
});
