import { Injectable } from '@nestjs/common';
import { insertRows, type Transaction } from '../../../platform/database/index.ts';
import { AwardCounter } from './award.entity.ts';

/** Numbers in the order of the commits. Whoever comes next waits until the one before has committed. */
@Injectable()
export class AwardNumbers {
  /**
   * Those of the facts before those of the awards, so that all lock in one order.
   * @returns the first of `count` numbers
   */
  async take(tx: Transaction, name: 'facts' | 'awards', count: number): Promise<number> {
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(AwardCounter)
      .set({ lastNo: () => 'last_no + :count' })
      .where({ name })
      .setParameters({ count })
      .execute();
    if (affected === 0) {
      await insertRows(tx, AwardCounter, [{ name, lastNo: count }]);
      return 1;
    }
    return (await tx.manager.findOneByOrFail(AwardCounter, { name })).lastNo - count + 1;
  }
}
