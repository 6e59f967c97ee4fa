import { describe, expect, it } from '@jest/globals';
import { hasKeyTwice, outlineJson } from './json-fault.ts';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const object = (keys: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: keys }, (_, n) => [`k${n}`, n])));

function faultOf(text: string): string | null {
  const { fault, keys } = outlineJson(text);
  return fault ?? (hasKeyTwice(JSON.parse(text), keys) ? 'key_twice' : null);
}

describe('a JSON body', () => {
  it.each([
    ['null'],
    ['"text with \\"quotes\\" and {braces}: [1], [2]"'],
    ['{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}'],
    ['{"text":"\\\\","other":"\\"a\\":1"}'],
    ['{ "a" : "b:" , "c" : [ "d" , "e" ] }'],
    [nested(32)],
    [JSON.stringify(Array.from({ length: 10_000 }, (_, n) => n))],
    [object(10_000)],
  ])('is let through when it is one that is written so: %.40s', (text) => {
    expect(faultOf(text)).toBeNull();
  });

  it.each([
    ['{"a":1,"a":2}', 'key_twice'],
    ['{"a":{"b":1,"c":2,"b":3}}', 'key_twice'],
    ['[{"a":1},{"a":1,"\\u0061":2}]', 'key_twice'],
    ['{"a" :1,\n"a"\t: 2}', 'key_twice'],
    [nested(33), 'too_deep'],
    [nested(200_000), 'too_deep'],
    [`{"events":${JSON.stringify(new Array(10_001).fill(0))}}`, 'too_many'],
    [object(10_001), 'too_many'],
  ])('is refused when it is none that a client of ours writes: %.40s', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it.each(['', '"', '{"a', ']]]]', '[1,2', '"\\'])('leaves what is no JSON to the parser: %s', (text) => {
    expect(outlineJson(text).fault).toBeNull();
  });
});
