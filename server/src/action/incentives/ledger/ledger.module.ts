import { Module } from '@nestjs/common';
import { PointsBooks } from './points-books.ts';
import { PointsDays } from './points-days.ts';
import { PointsLedger } from './points-ledger.ts';

/** Points: who has how many, where they came from and where they went. */
@Module({
  providers: [PointsBooks, PointsDays, PointsLedger],
  exports: [PointsLedger],
})
export class LedgerModule {}
