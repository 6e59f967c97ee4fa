import { describe, expect, it } from '@jest/globals';
import { makeCardCode, readCardCode, showCardCode } from './card-code.ts';

const CHARACTERS = '23456789ABCDEFGHJKLMNPQRSTVWXYZ';

describe('codes under cards', () => {
  let n = 3;
  const counted = (below: number): number => (n = (n * 7 + 5) % below);
  const code = makeCardCode(counted);

  it('E-13 one wrong character and two that changed places are found, wherever they stand', () => {
    for (let at = 0; at < code.length; at += 1) {
      for (const other of CHARACTERS.replace(code.charAt(at), '')) {
        expect(readCardCode(code.slice(0, at) + other + code.slice(at + 1))).toEqual({ kind: 'mistyped' });
      }
      const [one, two] = [code.charAt(at), code.charAt(at + 1)];
      if (two === '' || one === two) continue;
      expect(readCardCode(code.slice(0, at) + two + one + code.slice(at + 2))).toEqual({ kind: 'mistyped' });
    }
  });

  it('E-13 a code is read without regard to case, width, spaces and hyphens', () => {
    const wide = [...showCardCode(code)].map((each) =>
      each === '-' ? '－' : String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0),
    );
    for (const text of [code, showCardCode(code), ` ${code.toLowerCase()} `, wide.join('')]) {
      expect(readCardCode(text)).toEqual({ kind: 'code', code });
    }
    for (const text of ['', '沈知行', 'S0260519', `${code}2`, 'IOUIOUIO']) {
      expect(readCardCode(text)?.kind === 'code').toBe(false);
    }
  });
});
