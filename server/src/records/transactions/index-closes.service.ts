import { Injectable } from '@nestjs/common';
import { epochDay, type EpochDay } from '@siyu/shared/time';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { tellOnce, type TellingVerdict } from '../../platform/imports/index.ts';
import { IndexClose } from './index-close.entity.ts';

export interface Close {
  readonly indexCode: string;
  readonly day: EpochDay;
  /** Ten-thousandths of a point. */
  readonly closeTenThousandths: number;
}

const idOf = ({ indexCode, day }: Pick<Close, 'indexCode' | 'day'>): string => `${indexCode} ${day}`;

/** Where stock indexes closed, one close per index and day; the first telling of a day stands. */
@Injectable()
export class IndexCloses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns a verdict per close, in their order. */
  async record(tx: Transaction, closes: readonly Close[]): Promise<readonly TellingVerdict[]> {
    const known = await this.known(tx, closes);
    const verdicts = tellOnce(
      closes.map((close) => ({ id: idOf(close), fingerprint: String(close.closeTenThousandths) })),
      known,
    );
    const fresh = closes.filter((_, at) => verdicts[at] === 'new');
    if (fresh.length === 0) return verdicts;
    const recordedAt = this.clock.now();
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(IndexClose)
      .values(fresh.map((close) => ({ ...close, recordedAt })))
      .updateEntity(false)
      .execute();
    return verdicts;
  }

  /** Closes of an index over [fromDay, toDay), oldest first. */
  async list(indexCode: string, fromDay: EpochDay, toDay: EpochDay): Promise<readonly Close[]> {
    const rows = await this.database.read
      .createQueryBuilder(IndexClose, 'close')
      .where('close.indexCode = :indexCode AND close.day >= :fromDay AND close.day < :toDay', {
        indexCode,
        fromDay,
        toDay,
      })
      .orderBy('close.day')
      .getMany();
    return rows.map(({ day, closeTenThousandths }) => ({
      indexCode,
      day: epochDay(day),
      closeTenThousandths,
    }));
  }

  private async known(tx: Transaction, closes: readonly Close[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.manager.findBy(IndexClose, {
      indexCode: In([...new Set(closes.map(({ indexCode }) => indexCode))]),
      day: In([...new Set(closes.map(({ day }) => day))]),
    });
    return new Map(rows.map((row) => [`${row.indexCode} ${row.day}`, String(row.closeTenThousandths)]));
  }
}
