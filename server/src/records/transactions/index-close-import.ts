import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IMPORT_COLUMNS } from '@siyu/shared/contracts/imports.limits';
import { INDEX_CODE_MAX } from '@siyu/shared/contracts/transactions.limits';
import { parseDay } from '@siyu/shared/time';
import type { Transaction } from '../../platform/database/index.ts';
import {
  ImportKinds,
  type ImportKind,
  type ImportLine,
  type LineVerdict,
  readCode,
} from '../../platform/imports/index.ts';
import { type Close, IndexCloses } from './index-closes.service.ts';
import { readClose } from './read-close.ts';
import { CLOSE_DIFFERS, VALUE_INVALID } from './transactions.errors.ts';

/** Files of index closes. */
@Injectable()
export class IndexCloseImport implements ImportKind, OnModuleInit {
  readonly name = 'index_closes';
  readonly required = IMPORT_COLUMNS.index_closes.required;
  readonly optional = IMPORT_COLUMNS.index_closes.optional;
  readonly wholeLinesMax = null;

  constructor(
    private readonly kinds: ImportKinds,
    private readonly closes: IndexCloses,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async record(tx: Transaction, lines: readonly ImportLine[]): Promise<readonly LineVerdict[]> {
    const read = lines.map(({ cells }) => readCells(cells));
    const good = read.flatMap((each) => (typeof each === 'string' ? [] : [each]));
    const recorded = (await this.closes.record(tx, good)).values();
    return read.map((each): LineVerdict => {
      if (typeof each === 'string') {
        return { verdict: 'refused', code: VALUE_INVALID, details: { field: each } };
      }
      const { value } = recorded.next();
      if (value === 'differs') return { verdict: 'refused', code: CLOSE_DIFFERS };
      return { verdict: value === 'new' ? 'recorded' : 'duplicate' };
    });
  }
}

/** @returns the column that cannot be read when there is one. */
function readCells(cells: ImportLine['cells']): Close | string {
  const day = parseDay(cells['date'] ?? '');
  const indexCode = readCode(cells['index_code'] ?? '', INDEX_CODE_MAX);
  const closeTenThousandths = readClose(cells['close'] ?? '');
  if (day === null) return 'date';
  if (indexCode === undefined) return 'index_code';
  if (closeTenThousandths === undefined) return 'close';
  return { day, indexCode, closeTenThousandths };
}
