import { describe, expect, it } from '@jest/globals';
import { currentConsentTexts } from './consent-texts.ts';

describe('consent texts', () => {
  it('have not changed under their version: a changed sentence needs a new version and a new hash here', () => {
    expect(Object.fromEntries(currentConsentTexts.map(({ version, sha256 }) => [version, sha256]))).toEqual({
      'marketing-2026-11': '13615eb233834c7b09ff205140b143ea69473da7ac3dd030616de30b50700d16',
      'profiling-2026-11': '9ebe7f4ac2c5c9e182ca9e3501de33e677431a5f7dd6ffed57d1e47f21b6ac92',
      'sensitive-2026-11': '7d6a05ce86634f93353c1bed57390de6c638f530c69849391417e13580498288',
      'service-2026-11': '1cb579d79cf8de1804931ffd4a68115efacbd8c6c64c38d7a9abfd1bb1cea869',
    });
  });

  it.each(currentConsentTexts)('$purpose is written for people', ({ title, text }) => {
    expect(title.length).toBeGreaterThan(4);
    expect(text).toMatch(/您/);
    expect(text).not.toMatch(/会员|VIP|[!！]|保证收益|稳赚/);
    expect(text.length).toBeGreaterThan(80);
  });

  it('tell what a person may do afterwards', () => {
    for (const { text } of currentConsentTexts) expect(text).toMatch(/撤回|关闭/);
  });
});
