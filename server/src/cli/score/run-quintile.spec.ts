import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { describeOnPublicData } from '../../../../tools/public-data.ts';
import { runScore } from './run-score.ts';

const HEADER =
  'customer_id,recency_days,purchases,amount,recency_score,frequency_score,monetary_score,rfm_score,segment';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'siyu-quintile-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => join(folder, name);
const linesOf = (path: string): string[] => readFileSync(path, 'utf8').trimEnd().split('\n');

async function run(input: string, ...more: string[]) {
  let out = '';
  let err = '';
  const args = ['--in', input, '--model', 'rfm-quintile', '--as-of', '2026-11-24', '--out', at('out.csv')];
  const code = await runScore([...args, ...more], {
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err: err.replace(/^(read \d+ % .*\n)*/, '') };
}

/** Scores `text` and returns the output's lines without the header. */
async function scored(text: string, ...more: string[]): Promise<string[]> {
  writeFileSync(at('in.csv'), text);
  const { code, err } = await run(at('in.csv'), ...more);
  expect([code, err]).toEqual([0, '']);
  const [header, ...rows] = linesOf(at('out.csv'));
  expect(header).toBe(HEADER);
  return rows;
}

async function fault(text: string, ...more: string[]): Promise<string> {
  writeFileSync(at('in.csv'), text);
  const { code, out, err } = await run(at('in.csv'), ...more);
  expect([code, out]).toEqual([1, '']);
  return err.trimEnd().replaceAll(at('in.csv'), 'FILE');
}

const FIVE = [
  'customer_id,recency_days,purchases,amount',
  'a,10,1,100',
  'b,20,2,200.00',
  'c,30,3,300.50',
  'd,40,4,400',
  'e,50,5,500',
  '',
].join('\n');

describe('npm run score -- --model rfm-quintile', () => {
  it('B-01 scores a file with one line per customer', async () => {
    expect(await scored(FIVE)).toEqual([
      'a,10,1,100.00,5,1,1,511,New Customers',
      'b,20,2,200.00,4,1,2,412,New Customers',
      'c,30,3,300.50,3,2,3,323,Loyal Customers',
      'd,40,4,400.00,2,3,4,234,Loyal Customers',
      "e,50,5,500.00,1,4,5,145,Can't Lose Them",
    ]);
  });

  it('B-01 scores a file of purchases over all history, whatever its benefit column says', async () => {
    const rows = await scored(
      [
        'customer_id,date,amount,benefit',
        'old,1998-01-05,10,?',
        'old,1998-01-05,10.01,',
        'new,2026-11-23,5,0',
        'future,2026-11-24,5,0',
      ].join('\n'),
    );
    expect(rows).toEqual([
      'future,,0,0.00,,,,,Others',
      'new,1,1,5.00,5,1,1,511,New Customers',
      'old,10550,2,20.01,1,1,5,115,Lost',
    ]);
  });

  it('B-01 --window limits purchases and money, and recency still sees all history', async () => {
    const text = [
      'customer_id,date,amount',
      'a,2026-11-23,10',
      'a,2026-01-01,90',
      'b,2026-08-26,70',
      'c,2026-08-25,70',
    ].join('\n');
    expect(await scored(text, '--window', '90')).toEqual([
      'a,1,1,10.00,5,1,3,513,New Customers',
      'b,90,1,70.00,3,1,5,315,Promising',
      'c,91,0,0.00,3,1,1,311,About To Sleep',
    ]);
    expect((await scored(text)).map((row) => row.split(',').slice(0, 4).join())).toEqual([
      'a,1,2,100.00',
      'b,90,1,70.00',
      'c,91,1,70.00',
    ]);
  });

  it('B-01 its output is a file with one line per customer that gives the same output again', async () => {
    const body = Array.from(
      { length: 400 },
      (_, n) => `c${n % 61},20${10 + (n % 17)}-${10 + (n % 3)}-0${1 + (n % 9)},${(n * 7) % 500}.${n % 90}`,
    );
    const first = await scored(['customer_id,date,amount', ...body, 'x,2026-12-01,5'].join('\n'));
    expect(first.length).toBe(62);
    const again = await scored([HEADER, ...first].join('\n'));
    expect(again).toEqual(first);
    expect(await scored([HEADER, ...first.reverse()].join('\n'))).toEqual(again);
  });

  it('B-01 says the cuts exactly, and how many customers are in each segment', async () => {
    writeFileSync(at('in.csv'), FIVE.replace('50,5,500', '53,9,500.01'));
    const { out } = await run(at('in.csv'));
    expect(out.split('\n').slice(0, 4)).toEqual([
      'rfm-quintile, one line per customer, as of 2026-11-24',
      '',
      'segment             customers     share',
      'Champions                   0     0.0 %',
    ]);
    expect(out).toContain('Loyal Customers             2    40.0 %\n');
    expect(out).toContain('all customers               5   100.0 %\n');
    expect(out).toContain(
      [
        'classes begin at',
        'recency_days            19        27        35      43.6',
        'purchases              2.8       3.6       4.4         6',
        'amount                 181     261.3     341.3   421.002',
        '',
      ].join('\n'),
    );
  });

  it('B-01 rfm-quintile-fixed scores by cuts that no file moves', async () => {
    const rows = [
      'customer_id,recency_days,purchases,amount',
      'at,297,5,506',
      'below,296,4,505.99',
      'far,482,8,666',
    ];
    expect(await scored(rows.join('\n'), '--model', 'rfm-quintile-fixed')).toEqual([
      'at,297,5,506.00,2,3,4,234,Loyal Customers',
      'below,296,4,505.99,3,2,3,323,Loyal Customers',
      'far,482,8,666.00,1,5,5,155,At Risk',
    ]);
    expect(await scored(rows.slice(0, 2).join('\n'), '--model', 'rfm-quintile-fixed')).toEqual([
      'at,297,5,506.00,2,3,4,234,Loyal Customers',
    ]);
  });

  it('B-01 the column flags name other headers of a file with one line per customer', async () => {
    const text = '客户,天数,次数,金额,date\na,3,2,7.5,2026-11-21\n';
    const flags = ['--customer-column', '客户', '--amount-column', '金额'];
    const rows = await scored(text, ...flags, '--recency-column', '天数', '--purchases-column', '次数');
    expect(rows).toEqual(['a,3,2,7.50,5,1,1,511,New Customers']);
  });

  it('B-01 a bad line goes to the rejects with its number and reason, the rest is scored', async () => {
    const rows = await scored(
      [
        'customer_id,recency_days,purchases,amount',
        'ok,3,1,5',
        'a,,2,5',
        'a,-3,2,5',
        'a,1.5,2,5',
        'a,99999999999999999,2,5',
        'a,3,,5',
        'a,3,two,5',
        'a,3,2,',
        'a,3,2,5.005',
        'a,3,2,-5',
        'a,3,0,5',
        ' ,3,2,5',
        'a,3,2',
        'a,3,2,5,6',
        '"a,3,2,5',
        'ok,4,1,5',
        'never,,0,0',
        'idle, 400 , 0 , 0.00 ',
      ].join('\n'),
    );
    expect(rows).toEqual([
      'idle,400,0,0.00,1,1,1,111,Lost',
      'never,,0,0.00,,,,,Others',
      'ok,3,1,5.00,5,1,5,515,New Customers',
    ]);
    expect(linesOf(at('out.rejects.csv')).slice(1)).toEqual([
      '3,missing field: recency,"a,,2,5"',
      '4,negative recency: -3,"a,-3,2,5"',
      '5,recency is not a whole number: 1.5,"a,1.5,2,5"',
      '6,recency out of range: 99999999999999999,"a,99999999999999999,2,5"',
      '7,missing field: purchases,"a,3,,5"',
      '8,purchases is not a whole number: two,"a,3,two,5"',
      '9,missing field: amount,"a,3,2,"',
      '10,too many decimals in amount: 5.005,"a,3,2,5.005"',
      '11,negative amount: -5,"a,3,2,-5"',
      '12,an amount without a purchase,"a,3,0,5"',
      '13,missing field: customer," ,3,2,5"',
      '14,missing field: 3 fields where the header has 4,"a,3,2"',
      '15,too many fields: 5 fields where the header has 4,"a,3,2,5,6"',
      '16,broken quote,"""a,3,2,5"',
      '17,this customer stands on an earlier line,"ok,4,1,5"',
    ]);
  });

  it('B-01 a file without a buyer gives rows without scores, and one of a header alone gives none', async () => {
    expect(await scored('customer_id,date,amount\na,2030-01-01,5\n')).toEqual(['a,,0,0.00,,,,,Others']);
    expect(await scored('customer_id,recency_days,purchases,amount\n')).toEqual([]);
  });

  it('B-01 the greatest amounts are cut without losing a fen', async () => {
    const rows = ['customer_id,recency_days,purchases,amount', 'a,1,1,90071992547409.91', 'b,1,1,0.01'];
    expect((await scored(rows.join('\n'))).map((row) => row.split(',')[6])).toEqual(['5', '1']);
  });

  const purchases = 'customer_id,date,amount\na,2026-01-01,5\n';
  const both = 'customer_id,date,recency_days,purchases,amount\na,2026-01-01,3,1,5\n';
  it.each([
    [
      'a header of neither kind',
      'customer_id,amount\n',
      [],
      'FILE has neither the column "date" nor both "recency_days" and "purchases"; its header has: customer_id, amount',
    ],
    [
      'a header of both kinds',
      both,
      [],
      'FILE could be a file of purchases or one line per customer: --date-column or --recency-column says which',
    ],
    [
      'a window over sums',
      FIVE,
      ['--window', '30'],
      '--window is for a file of purchases: FILE has one line per customer, summed already',
    ],
    [
      'flags of both kinds',
      both,
      ['--date-column', 'date', '--recency-column', 'recency_days'],
      '--date-column is for a file of purchases, --recency-column for one line per customer: leave one out',
    ],
    [
      'a benefit column',
      purchases,
      ['--benefit-column', 'b'],
      'rfm-quintile reads no benefit: leave --benefit-column out',
    ],
    [
      'a recency column for afb-2023',
      purchases,
      ['--model', 'afb-2023', '--recency-column', 'r'],
      'afb-2023 reads no recency: leave --recency-column out',
    ],
    [
      'a named column that is not there',
      FIVE,
      ['--recency-column', 'days'],
      'FILE has no column "days"; its header has: customer_id, recency_days, purchases, amount',
    ],
    [
      'a column that stands twice',
      'customer_id,recency_days,purchases,amount,purchases\n',
      [],
      'FILE has the column "purchases" twice',
    ],
  ])('B-01 one clear sentence for %s', async (_what, text, flags, sentence) => {
    expect(await fault(text, ...flags)).toBe(sentence);
  });

  it('B-01 a header of both kinds is read as the flag says', async () => {
    expect(await scored(both, '--date-column', 'date')).toEqual(['a,327,1,5.00,5,1,1,511,New Customers']);
    expect(await scored(both, '--recency-column', 'recency_days')).toEqual([
      'a,3,1,5.00,5,1,1,511,New Customers',
    ]);
  });
});

describeOnPublicData('rfm-orders', (data) => {
  const asOf = ['--as-of', '2006-12-31'];
  const published = (): string[] =>
    linesOf(join(data, 'published_orders.csv'))
      .slice(1)
      .map((line) => {
        const [, id, , segment, rfm, orders, recency, spend, r, f, m] = line.trim().split(',');
        return [id, recency, orders, `${spend}.00`, r, f, m, rfm, segment].join();
      })
      .sort((a, b) => Buffer.compare(Buffer.from(a.split(',')[0]!), Buffer.from(b.split(',')[0]!)));

  it('B-01 the command line reproduces the published table from its orders', async () => {
    const { code, out } = await run(
      join(data, 'orders.csv'),
      ...asOf,
      ...['--date-column', 'order_date', '--amount-column', 'revenue'],
    );
    expect(code).toBe(0);
    expect(linesOf(at('out.csv')).slice(1)).toEqual(published());
    expect(out).toContain('recency_days           115       181     297.4       482\n');
    expect(out).toContain('purchases                4         5         6         8\n');
    expect(out).toContain('amount               255.8       382     506.4       666\n');
    expect(out).toContain('Potential Loyalist        342    34.4 %\n');
  });

  it('B-01 the command line reproduces it from one line per customer, and two rows change by fixed cuts', async () => {
    const flags = ['--recency-column', 'recency', '--purchases-column', 'orders', '--amount-column', 'spend'];
    const input = join(data, 'published_orders.csv');
    expect((await run(input, ...asOf, ...flags)).code).toBe(0);
    const rows = linesOf(at('out.csv')).slice(1);
    expect(rows).toEqual(published());
    expect((await run(input, ...asOf, ...flags, '--model', 'rfm-quintile-fixed')).code).toBe(0);
    const changed = linesOf(at('out.csv'))
      .slice(1)
      .flatMap((row, n) => (row === rows[n] ? [] : [[rows[n]?.split(',')[7], row.split(',')[7]]]));
    expect(changed.sort()).toEqual([
      ['345', '245'],
      ['443', '444'],
    ]);
  });
});
