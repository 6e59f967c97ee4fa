import { describe, expect, it } from '@jest/globals';
import { readBrakeView, writeBrakeView } from './brake-view.ts';
import { heldSentence } from './held-sentence.ts';

const ID = '01900000-0000-7000-8000-00000000f006';

describe('the page of brakes', () => {
  it('F-06 its address keeps the state and the open brake, and leaves out what it does not know', () => {
    expect(readBrakeView(new URLSearchParams())).toEqual({ state: 'ON', open: null });
    const view = { state: 'RELEASED', open: ID } as const;
    expect(readBrakeView(writeBrakeView(view))).toEqual(view);
    expect(writeBrakeView({ state: 'ON', open: null }).toString()).toBe('');
    expect(readBrakeView(new URLSearchParams('state=LOST&open=1'))).toEqual({ state: 'ON', open: null });
  });

  it('F-06 says what is held back now, and that it is nothing when it is nothing', () => {
    expect(heldSentence({ LESSONS: 0, GROUPS: 0, MESSAGES: 0, TASKS: 0 })).toBe('现在没有拦下的内容');
    expect(heldSentence({ LESSONS: 12, GROUPS: 0, MESSAGES: 1_204, TASKS: 1 })).toBe(
      '不展示的内容 12 篇，拦下的消息 1,204 条，撤回的群发任务 1 个',
    );
  });
});
