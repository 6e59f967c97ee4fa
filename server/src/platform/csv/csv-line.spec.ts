import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvField, splitCsvLine } from './csv-line.ts';

describe('a line of CSV', () => {
  it.each([
    ['a,b,c', ['a', 'b', 'c']],
    ['', ['']],
    [',,', ['', '', '']],
    ['"a,b",c', ['a,b', 'c']],
    ['"say ""hi""",2', ['say "hi"', '2']],
    ['"",x', ['', 'x']],
    ['x,""', ['x', '']],
    ['x,"y",', ['x', 'y', '']],
  ])('%j has the fields %j', (line, fields) => {
    expect(splitCsvLine(line)).toEqual(fields);
  });

  it.each(['"a', 'a"b,c', '"a"b,c', 'a,"b', '"a""', '"', 'a, "b"'])(
    'A-09 refuses the broken quote in %j',
    (line) => {
      expect(splitCsvLine(line)).toBeNull();
    },
  );

  it('reads back whatever it writes on one line', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', ' ', '张', '😀') });
    fc.assert(
      fc.property(fc.array(field, { minLength: 1 }), (fields) => {
        expect(splitCsvLine(fields.map(csvField).join(','))).toEqual(fields);
      }),
      { seed: 9 },
    );
  });
});
