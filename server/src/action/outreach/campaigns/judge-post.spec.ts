import { describe, expect, it } from '@jest/globals';
import { POST_REFUSALS, VIEWER_STANDINGS } from '@siyu/shared/contracts/campaigns.limits';
import fc from 'fast-check';
import { type AskedPost, judgePost, type PostViewer, standingOf } from './judge-post.ts';

const viewer = fc.record<PostViewer>({
  memberNo: fc.option(fc.integer({ min: 1, max: 1_000 }), { nil: null, freq: 8 }),
  assessment: fc.constantFrom('NONE', 'EXPIRED', 'COUNTS', 'COUNTS', 'COUNTS'),
  unsuitable: fc.constantFrom([], [], [{ code: 'LEVEL_TOO_HIGH', about: '某基金' }]),
});
const post = fc.record<AskedPost>({
  isAdvice: fc.boolean(),
  hasProducts: fc.boolean(),
  hasPrivateProduct: fc.boolean(),
  ownsGroups: fc.boolean(),
});
const suitable: PostViewer = { memberNo: 1, assessment: 'COUNTS', unsuitable: [] };
const open: AskedPost = { isAdvice: false, hasProducts: true, hasPrivateProduct: false, ownsGroups: true };
const strict: Readonly<Record<string, PostViewer>> = {
  UNLINKED: { ...suitable, memberNo: null },
  NOT_ASSESSED: { ...suitable, assessment: 'NONE' },
  EXPIRED: { ...suitable, assessment: 'EXPIRED' },
  UNSUITABLE: { ...suitable, unsuitable: [{ code: 'TYPE', about: '某基金' }] },
};

describe('what a post may be where many read it', () => {
  it('I-07 REQ-SUIT-1 the verdict of many is that of the strictest among them, whoever the others are', () => {
    fc.assert(
      fc.property(post, fc.array(viewer, { minLength: 1, maxLength: 12 }), (asked, viewers) => {
        const alone = viewers.map((each) => judgePost(asked, [each]));
        const together = judgePost(asked, viewers);
        const ranks = viewers.map((each) => VIEWER_STANDINGS.indexOf(standingOf(each)));
        expect(VIEWER_STANDINGS.indexOf(together.strictest)).toBe(Math.min(...ranks));
        expect(together.isEducationOnly).toBe(alone.some(({ isEducationOnly }) => isEducationOnly));
        expect(together.refusal === null).toBe(alone.every(({ refusal }) => refusal === null));
      }),
    );
  });

  it('I-07 REQ-SUIT-1 one more viewer never loosens it, and the order in which they stand is no matter', () => {
    fc.assert(
      fc.property(post, fc.array(viewer, { minLength: 1 }), viewer, (asked, viewers, other) => {
        const before = judgePost(asked, viewers);
        const after = judgePost(asked, [...viewers, other]);
        expect(judgePost(asked, [other, ...viewers])).toEqual(after);
        if (before.refusal !== null) expect(after.refusal).not.toBeNull();
        if (before.isEducationOnly) expect(after.isEducationOnly).toBe(true);
      }),
    );
  });

  it('I-07 REQ-SUIT-12 REQ-ADV-2 an unlinked, unassessed or expired viewer lets pass education and nothing else; private products and advice pass nowhere', () => {
    expect(judgePost(open, [suitable])).toEqual({
      ...{ strictest: 'SUITABLE', isEducationOnly: false, refusal: null },
    });
    for (const [standing, each] of Object.entries(strict)) {
      const of = { strictest: standing, isEducationOnly: true };
      expect(judgePost(open, [suitable, each])).toEqual({ ...of, refusal: 'STRICTER_VIEWER' });
      expect(judgePost({ ...open, hasProducts: false }, [suitable, each])).toEqual({ ...of, refusal: null });
    }
    const refusals = [
      judgePost(open, []),
      judgePost({ ...open, ownsGroups: false }, [suitable]),
      judgePost({ ...open, isAdvice: true }, [suitable]),
      judgePost({ ...open, hasPrivateProduct: true }, [suitable]),
      judgePost(open, [{ ...suitable, memberNo: null }]),
    ].map(({ refusal }) => refusal);
    expect(refusals).toEqual([...POST_REFUSALS]);
  });
});
