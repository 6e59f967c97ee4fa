import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runScore } from './run-score.ts';

const HEADER =
  'customer_id,recency_days,purchases,frequency_per_month,amount,benefit,amount_band,frequency_band,benefit_band,score,group';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'siyu-score-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => join(folder, name);
const lines = (name: string): string[] => readFileSync(at(name), 'utf8').split('\n').slice(0, -1);

async function run(...args: string[]) {
  let out = '';
  let err = '';
  const code = await runScore(args, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

/** Scores `text` as of 2026-11-24 and returns the output's lines without the header. */
async function scored(text: string | Buffer, ...more: string[]): Promise<string[]> {
  writeFileSync(at('in.csv'), text);
  const { code, err } = await run(...common(), ...more);
  expect(err.replace(/^(read \d+ % .*\n)*/, '')).toBe('');
  expect(code).toBe(0);
  const [header, ...rows] = lines('out.csv');
  expect(header).toBe(HEADER);
  return rows;
}

function common(): string[] {
  return ['--in', at('in.csv'), '--model', 'afb-2023', '--as-of', '2026-11-24', '--out', at('out.csv')];
}

async function rejected(text: string | Buffer): Promise<string[]> {
  await scored(text);
  const [header, ...rows] = lines('out.rejects.csv');
  expect(header).toBe('line,reason,text');
  return rows;
}

describe('npm run score', () => {
  it('A-09 writes a row per customer with window sums, bands, score and group', async () => {
    const rows = await scored(
      [
        'customer_id,date,amount,benefit',
        'c2,2026-11-23,50000,-20.50',
        'c1,2026-01-05,99999.99,10000',
        'c1,2025-11-24,0.01,0',
        'c1,2025-11-23,7000000,0',
        'c3,2025-01-01,100,1',
        'c4,2026-11-24,100,1',
        'c5,2026-12-31,100,1',
        '',
      ].join('\n'),
    );
    expect(rows).toEqual([
      'c1,323,2,0.1644,100000.00,10000.00,4,1,2,2.33,KEY_DEVELOP',
      'c2,1,1,0.0822,50000.00,-20.50,3,1,1,1.67,POTENTIAL',
      'c3,692,0,0.0000,0.00,0.00,1,1,1,1.00,LONG_TAIL',
      'c4,,0,0.0000,0.00,0.00,1,1,1,1.00,LONG_TAIL',
      'c5,,0,0.0000,0.00,0.00,1,1,1,1.00,LONG_TAIL',
    ]);
  });

  it('A-09 --window changes the window, and the band follows the exact rational', async () => {
    const six = Array.from({ length: 6 }, (_, day) => `c,2026-11-${10 + day},10`);
    const five = six.slice(1);
    expect(await scored(['customer_id,date,amount', ...six].join('\n'), '--window', '90')).toEqual([
      'c,9,6,2.0000,60.00,0.00,1,2,1,1.33,POTENTIAL',
    ]);
    expect(await scored(['customer_id,date,amount', ...five].join('\n'), '--window', '90')).toEqual([
      'c,9,5,1.6667,50.00,0.00,1,1,1,1.00,POTENTIAL',
    ]);
    expect(await scored('customer_id,date,amount\nc,2026-11-22,10\n', '--window', '1')).toEqual([
      'c,2,0,0.0000,0.00,0.00,1,1,1,1.00,POTENTIAL',
    ]);
  });

  it('A-09 reads BOM, CRLF, quotes, other columns in any order, and a last line without an end', async () => {
    const text =
      '\uFEFFdate,note,amount,customer_id\r\n2026-11-23,"a, ""b""",1.5,"王, 五"\r\n2026-11-22,, 2 ,"王, 五"';
    expect(await scored(text)).toEqual(['"王, 五",1,2,0.1644,3.50,0.00,1,1,1,1.00,POTENTIAL']);
  });

  it('A-09 the column flags name other headers', async () => {
    const rows = await scored(
      '客户,日期,金额,收入\nc,2026-11-23,1,20000\n',
      ...[
        '--customer-column',
        '客户',
        '--date-column',
        '日期',
        '--amount-column',
        '金额',
        '--benefit-column',
        '收入',
      ],
    );
    expect(rows).toEqual(['c,1,1,0.0822,1.00,20000.00,1,1,2,1.33,POTENTIAL']);
  });

  it('B-07 with --id-column a line told again counts once, and one id with two contents is a reject', async () => {
    const text = [
      'order,customer_id,date,amount',
      'o1,c1,2026-11-01,100',
      'o2,c1,2026-11-01,100',
      'o1,c1,2026-11-01,100.00',
      'o2,c1,2026-11-01,200',
      'o1,c2,2026-11-01,100',
      ' ,c1,2026-11-01,100',
      '',
    ].join('\n');
    const once = await scored(text, '--id-column', 'order');
    expect(once.map((row) => row.split(',').slice(0, 5).join())).toEqual(['c1,23,2,0.1644,200.00']);
    expect(lines('out.rejects.csv').slice(1)).toEqual([
      '5,this id stands on an earlier line with other content,"o2,c1,2026-11-01,200"',
      '6,this id stands on an earlier line with other content,"o1,c2,2026-11-01,100"',
      '7,missing field: id," ,c1,2026-11-01,100"',
    ]);
    const { out } = await run(...common(), '--id-column', 'order');
    expect(out).toContain('lines that repeat an id and count once: 1\n');
    // Without ids nothing tells a repetition from a second purchase.
    const all = await scored(text);
    expect(all.map((row) => row.split(',').slice(0, 5).join())).toEqual([
      'c1,23,5,0.4110,600.00',
      'c2,23,1,0.0822,100.00',
    ]);
    const quintiles = common().map((word) => (word === 'afb-2023' ? 'rfm-quintile-fixed' : word));
    expect((await run(...quintiles, '--id-column', 'order')).out).toContain('count once: 1\n');
    const { code, err } = await run(...quintiles, '--id-column', 'order', '--recency-column', 'days');
    expect([code, err]).toEqual([1, expect.stringContaining('--id-column is for a file of purchases')]);
  });

  it('A-09 orders customers by the bytes of their ids, whatever the order of the lines', async () => {
    const ids = ['😀', 'Ａ', 'b', 'a', 'B', '10', '9', 'a1'];
    const body = ids.map((id) => `${id},2026-11-23,1`).join('\n');
    const rows = await scored(`customer_id,date,amount\n${body}\n`);
    expect(rows.map((row) => row.split(',')[0])).toEqual(['10', '9', 'B', 'a', 'a1', 'b', 'Ａ', '😀']);
  });

  it('A-09 a bad line goes to the rejects with its number and reason, the rest is scored', async () => {
    const rows = await rejected(
      [
        'customer_id,date,amount,benefit',
        'ok,2026-11-23,1,0',
        'a,2026-02-30,1,0',
        'a,23/11/2026,1,0',
        'a,2026-11-23,many,0',
        'a,2026-11-23,1.005,0',
        'a,2026-11-23,-5,0',
        'a,2026-11-23,1',
        'a,2026-11-23,,0',
        'a,2026-11-23,1,',
        ',2026-11-23,1,0',
        'a,,1,0',
        '"a,2026-11-23,1,0',
        'a,2026-11-23,1,234.50,0',
        'a,2026-11-23,99999999999999999.00,0',
        'a,2026-11-23,1,1e3',
        '',
        'ok,2026-11-22,1,-0.01',
        '',
      ].join('\n'),
    );
    expect(rows).toEqual([
      '3,impossible date: 2026-02-30,"a,2026-02-30,1,0"',
      '4,date is not YYYY-MM-DD: 23/11/2026,"a,23/11/2026,1,0"',
      '5,amount is not a number: many,"a,2026-11-23,many,0"',
      '6,too many decimals in amount: 1.005,"a,2026-11-23,1.005,0"',
      '7,negative amount: -5,"a,2026-11-23,-5,0"',
      '8,missing field: 3 fields where the header has 4,"a,2026-11-23,1"',
      '9,missing field: amount,"a,2026-11-23,,0"',
      '10,missing field: benefit,"a,2026-11-23,1,"',
      '11,missing field: customer,",2026-11-23,1,0"',
      '12,missing field: date,"a,,1,0"',
      '13,broken quote,"""a,2026-11-23,1,0"',
      '14,too many fields: 5 fields where the header has 4,"a,2026-11-23,1,234.50,0"',
      '15,amount out of range: 99999999999999999.00,"a,2026-11-23,99999999999999999.00,0"',
      '16,benefit is not a number: 1e3,"a,2026-11-23,1,1e3"',
    ]);
    expect(lines('out.csv').slice(1)).toEqual(['ok,1,2,0.1644,2.00,-0.01,1,1,1,1.00,POTENTIAL']);
  });

  it('A-09 two customers never become one by broken UTF-8, and sums never lose a fen', async () => {
    const gbk = Buffer.concat([
      Buffer.from('customer_id,date,amount\n'),
      Buffer.from([0xd5, 0xc5]),
      Buffer.from(',2026-11-23,1\nbig,2026-11-23,90071992547409.91\nbig,2026-11-23,0.01\n'),
    ]);
    expect((await rejected(gbk)).map((row) => row.split(',').slice(0, 2))).toEqual([
      ['2', 'not UTF-8'],
      ['4', 'the sum of this customer would leave the exact range'],
    ]);
    expect(lines('out.csv')[1]).toContain('90071992547409.91');
  });

  it('A-09 an endless line is a reject and the lines after it keep their numbers', async () => {
    const rows = await rejected(
      `customer_id,date,amount\n${'x'.repeat(5_000_000)}\na,2026-11-23,1\nb,no,1\n`,
    );
    expect(rows.map((row) => row.split(',').slice(0, 2))).toEqual([
      ['2', 'longer than 1 MiB'],
      ['4', 'date is not YYYY-MM-DD: no'],
    ]);
    expect(lines('out.csv').length).toBe(2);
  });

  it('A-09 a clean run takes the rejects of an earlier one away and leaves no temporary file', async () => {
    await rejected('customer_id,date,amount\nc,never,1\n');
    await scored('customer_id,date,amount\nc,2026-11-23,1\n');
    expect(readdirSync(folder).sort()).toEqual(['in.csv', 'out.csv']);
  });

  it('A-09 says its progress on stderr and a table on stdout', async () => {
    writeFileSync(at('in.csv'), 'customer_id,date,amount\nc,2026-11-23,1\nd,2020-01-01,1\ne,x,1\n');
    const { code, out, err } = await run(...common());
    expect(code).toBe(0);
    expect(err).toBe('read 100 % (0.0 of 0.0 MB)\n');
    expect(out).toBe(
      [
        'afb-2023, window 365 days before 2026-11-24',
        '',
        'group            customers     share',
        'KEY_GUIDE                0     0.0 %',
        'KEY_DEVELOP              0     0.0 %',
        'POTENTIAL                1    50.0 %',
        'LONG_TAIL                1    50.0 %',
        'all customers            2   100.0 %',
        '',
        'rows read                3',
        'rows rejected            1',
        '',
        `scores: ${at('out.csv')}`,
        `rejects: ${at('out.rejects.csv')}`,
        '',
      ].join('\n'),
    );
  });

  it('A-09 the same file gives the same bytes in any order of lines', async () => {
    const body = Array.from(
      { length: 300 },
      (_, n) => `c${n % 17},2026-${10 + (n % 2)}-0${1 + (n % 9)},${n}.${n % 90}`,
    );
    const forward = await scored(['customer_id,date,amount', ...body].join('\n'));
    const backward = await scored(['customer_id,date,amount', ...body.reverse()].join('\n'));
    expect(backward).toEqual(forward);
    expect(forward.length).toBe(17);
  });

  describe('A-09 one clear sentence and exit 1', () => {
    const good = 'customer_id,date,amount\nc,2026-11-23,1\n';
    const cases: [string, string, (args: string[]) => string[], RegExp][] = [
      [
        'a missing column',
        'customer_id,date\nc,2026-11-23\n',
        (args) => args,
        /^\S+ has no column "amount"; its header has: customer_id, date$/,
      ],
      [
        'a named benefit column that is not there',
        good,
        (args) => [...args, '--benefit-column', 'fee'],
        /has no column "fee"/,
      ],
      [
        'a column that stands twice',
        'customer_id,date,amount,amount\n',
        (args) => args,
        /has the column "amount" twice$/,
      ],
      [
        'a header with a broken quote',
        '"customer_id,date\n',
        (args) => args,
        /header of \S+ has a broken quote$/,
      ],
      ['an empty file', '', (args) => args, /is empty: it has no header$/],
      ['UTF-16', '\uFEFFcustomer_id', (args) => args, /it is UTF-16; save it as CSV in UTF-8$/],
      [
        'an unknown model',
        good,
        (args) => args.map((arg) => (arg === 'afb-2023' ? 'rfm' : arg)),
        /^unknown model "rfm": this version knows afb-2023, rfm-quintile, rfm-quintile-fixed$/,
      ],
      [
        'an impossible as-of',
        good,
        (args) => args.map((arg) => (arg === '2026-11-24' ? '2026-02-29' : arg)),
        /^--as-of "2026-02-29" is no day/,
      ],
      ['a missing option', good, (args) => args.slice(2), /^--in is missing/],
      ['an unknown option', good, (args) => [...args, '--fast'], /^Unknown option '--fast'/],
      [
        'an option without its value',
        good,
        (args) => [...args, '--window'],
        /^Option '--window <value>' argument missing/,
      ],
      [
        'an impossible window',
        good,
        (args) => [...args, '--window', '0'],
        /^--window "0" is no whole number of days/,
      ],
      [
        'a file that is not there',
        good,
        (args) => ['--in', '/nowhere/x.csv', ...args.slice(2)],
        /^cannot read \/nowhere\/x.csv: no such file/,
      ],
      [
        'a folder as input',
        good,
        (args) => ['--in', '/', ...args.slice(2)],
        /^cannot read \/: it is a folder$/,
      ],
      [
        'a folder that is not there for the output',
        good,
        (args) => [...args.slice(0, -1), '/nowhere/x.csv'],
        /^cannot write \/nowhere\/x.csv: no such file or folder$/,
      ],
      [
        'a device as output',
        good,
        (args) => [...args.slice(0, -1), '/dev/null'],
        /^cannot write \/dev\/null: it exists and is no ordinary file$/,
      ],
    ];
    it.each(cases)('for %s', async (_what, text, change, sentence) => {
      writeFileSync(at('in.csv'), text, text.startsWith('\uFEFF') ? 'utf16le' : 'utf8');
      const { code, out, err } = await run(...change(common()));
      expect(code).toBe(1);
      expect(out).toBe('');
      expect(err.trimEnd()).toMatch(sentence);
      expect(err.split('\n').length).toBe(2);
      expect(readdirSync(folder)).toEqual(['in.csv']);
    });

    it('for an output or rejects file that would overwrite the input', async () => {
      writeFileSync(at('in.csv'), good);
      writeFileSync(at('again.rejects.csv'), good);
      for (const [input, output] of [
        ['in.csv', 'in.csv'],
        ['again.rejects.csv', 'again.csv'],
      ]) {
        const args = ['--in', at(input ?? ''), ...common().slice(2, -1), at(output ?? '')];
        const { code, err } = await run(...args);
        expect([code, err]).toEqual([1, `the output would overwrite the input ${at(input ?? '')}\n`]);
        expect(readFileSync(at(input ?? ''), 'utf8')).toBe(good);
      }
    });

    it('and the output of an earlier run stays', async () => {
      await scored(good);
      const before = readFileSync(at('out.csv'), 'utf8');
      writeFileSync(at('in.csv'), 'nothing\n');
      expect((await run(...common())).code).toBe(1);
      expect(readFileSync(at('out.csv'), 'utf8')).toBe(before);
    });
  });

  it('a folder in the place of the rejects is a sentence too', async () => {
    mkdirSync(at('out.rejects.csv'));
    writeFileSync(at('in.csv'), 'customer_id,date,amount\nc,2026-11-23,1\n');
    const { code, err } = await run(...common());
    expect(code).toBe(1);
    expect(err).toMatch(/cannot write \S+out\.rejects\.csv: it is a folder\n$/);
    expect(existsSync(at('out.csv'))).toBe(false);
  });

  it('--help shows the options', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--as-of') });
  });
});
