import { describe, expect, it } from '@jest/globals';
import { CLIENT_EVENT_TYPES, SERVER_EVENT_TYPES } from '../contracts/engagement.limits.ts';
import { RECORDED_KIND_OF, RECORDED_KINDS } from '../contracts/privacy.limits.ts';
import { memberMessages } from './member.zh-CN.ts';

const sentences: Readonly<Record<string, string>> = memberMessages;

/** Types of the log that a member would find without a name, or without why, how long and on which basis. */
function unexplained(types: readonly string[]): string[] {
  const kinds: Readonly<Record<string, string>> = RECORDED_KIND_OF;
  return types.filter((type) => {
    const kind = `recorded.kind.${kinds[type] ?? ''}`;
    const needed = [`recorded.event.${type}`, kind, `${kind}.why`, `${kind}.kept`, `${kind}.basis`];
    return needed.some((code) => (sentences[code] ?? '') === '');
  });
}

describe('what the privacy centre says of the records', () => {
  it('D-01 names every type of event with why, how long and on which basis; a new type fails here', () => {
    expect(unexplained([...CLIENT_EVENT_TYPES, ...SERVER_EVENT_TYPES])).toEqual([]);
    expect(unexplained(['content_viewed', 'thought_read'])).toEqual(['thought_read']);
  });

  it('D-01 each kind is in whole sentences', () => {
    for (const kind of RECORDED_KINDS)
      for (const part of ['.why', '.kept', '.basis'])
        expect(sentences[`recorded.kind.${kind}${part}`]).toMatch(/^.{6,}。$/);
  });
});
