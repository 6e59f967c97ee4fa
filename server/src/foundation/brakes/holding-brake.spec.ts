import { describe, expect, it } from '@jest/globals';
import { holdingBrakes, type HeldSubject, type StandingBrake } from './holding-brake.ts';

const brake = (
  kind: StandingBrake['kind'],
  target = '',
  more: Partial<StandingBrake> = {},
): StandingBrake => ({
  brakeId: kind,
  kind,
  target,
  targetName: '稳健一号',
  branchPath: null,
  ...more,
});
const nothing: HeldSubject = { channel: null, contentIds: [], people: [], words: '' };
const kinds = (brakes: readonly StandingBrake[], subject: Partial<HeldSubject>) =>
  holdingBrakes(brakes, { ...nothing, ...subject }).map(({ kind }) => kind);

describe('what a brake holds', () => {
  it('F-06 the firm holds everything and is named first', () => {
    expect(kinds([brake('CONTENT', 'a'), brake('FIRM')], { contentIds: ['a'] })).toEqual(['FIRM', 'CONTENT']);
    expect(kinds([brake('FIRM')], {})).toEqual(['FIRM']);
  });

  it('F-06 a branch holds its people and those below it, not its neighbours or whoever is above', () => {
    const ofBranch = [brake('BRANCH', 'b', { branchPath: '/gz/' })];
    const from = (branchPath: string | null) => kinds(ofBranch, { people: [{ staffId: 's', branchPath }] });
    expect([from('/gz/'), from('/gz/tianhe/'), from('/gzh/'), from('/'), from(null)]).toEqual([
      ['BRANCH'],
      ['BRANCH'],
      [],
      [],
      [],
    ]);
  });

  it('F-06 a product holds what names its name or its code, not a longer number with the code in it', () => {
    const ofProduct = [brake('PRODUCT', '001234')];
    const of = (words: string) => kinds(ofProduct, { words }).length;
    expect([
      of('本周看稳健一号'),
      of('代码001234。'),
      of('（001234）'),
      of('001234567'),
      of('9001234'),
      of(''),
    ]).toEqual([1, 1, 1, 0, 0, 0]);
  });
});
