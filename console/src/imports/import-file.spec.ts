import { describe, expect, it } from '@jest/globals';
import { IMPORT_COLUMNS, IMPORT_FILE_BYTES_MAX, IMPORT_KINDS } from '@siyu/shared/contracts/imports.limits';
import { columnMeanings } from './column-meanings.ts';
import { importFileFault } from './import-file.ts';

const file = { name: 'closes.CSV', size: 100 };
const fault = (beginning: string, kind = 'index_closes' as (typeof IMPORT_KINDS)[number]) =>
  importFileFault(file, beginning, kind);

describe('a file before it is sent', () => {
  it('C-02 passes when its columns are those of its kind, in any order, with mark, quotes or CRLF', () => {
    expect(fault('date,index_code,close\n2026-11-25,000300,4000\n')).toBeNull();
    expect(fault('\uFEFF"close", "date",index_code\r\n')).toBeNull();
    const { required, optional } = IMPORT_COLUMNS.transactions;
    expect(fault(required.join(','), 'transactions')).toBeNull();
    expect(fault([...optional, ...required].join(','), 'transactions')).toBeNull();
  });

  it('C-02 says which columns are missing or unknown, and what to do', () => {
    expect(fault('date,close\n')).toBe('表头缺少这些列：index_code。请补上后重新上传。');
    expect(fault('date,index_code,close,note\n')).toBe('表头里有不认识的列：note。请删去或改名后重新上传。');
  });

  it('C-02 recognises a file of another kind', () => {
    expect(fault('version,date,name\n')).toContain('「交易所休市日」');
  });

  it('C-02 says what to do about a table, an empty file, a large one and another encoding', () => {
    expect(importFileFault({ name: 'a.xlsx', size: 9 }, '', 'index_closes')).toContain('CSV（UTF-8）');
    expect(importFileFault({ name: 'a.csv', size: 0 }, '', 'index_closes')).toContain('空的');
    const large = { name: 'a.csv', size: IMPORT_FILE_BYTES_MAX + 1 };
    expect(importFileFault(large, '', 'index_closes')).toBe(
      '文件有 513 MB，超过了 512 MB 的上限，请拆成几份分别上传。',
    );
    expect(fault('d\0a\0t\0e\0')).toContain('UTF-8');
  });

  it.each(IMPORT_KINDS)('C-02 every column of %s is explained before, and no other', (kind) => {
    const { required, optional } = IMPORT_COLUMNS[kind];
    expect(columnMeanings(kind).map(({ name }) => name)).toEqual([...required, ...optional]);
  });
});
