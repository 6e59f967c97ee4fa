import { expect, it } from '@jest/globals';
import { newDraft } from './new-draft.ts';
import { begunFrom, incentivePresets } from './incentive-presets.ts';

it('H-05 whatever a new rule begins from, five of a hundred clients are held out', () => {
  const begun = [newDraft, ...incentivePresets.map((preset) => begunFrom(preset, 0))];
  expect(new Set(begun.map(({ holdoutPercent }) => holdoutPercent))).toEqual(new Set([5]));
});
