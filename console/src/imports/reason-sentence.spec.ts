import { describe, expect, it } from '@jest/globals';
import { errorMessages } from '@siyu/shared/messages';
import { reasonSentence } from './reason-sentence.ts';

describe('why lines were rejected', () => {
  // What can be wrong with a line; what is wrong with a header or a whole file is told at the door.
  const codes = Object.keys(errorMessages).filter(
    (code) =>
      /^(imports|transactions|engagement|configuration[.]holiday)/.test(code) && !/header_/.test(code),
  );

  it('C-02 is a sentence without an empty place, whatever the reason', () => {
    expect(codes.length).toBeGreaterThan(20);
    for (const code of codes) expect(reasonSentence(code)).toMatch(/^[^{}]+。$/u);
  });

  it('C-02 keeps the sentence of a reason that names no column', () => {
    expect(reasonSentence('transactions.source_differs')).toBe('同一流水号已有内容不同的记录，请核实。');
    expect(reasonSentence('imports.wrong_columns')).toBe('这一行的列数和表头不同。');
  });
});
