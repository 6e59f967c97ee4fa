import { Module } from '@nestjs/common';
import { AuditModule } from '../../../foundation/audit/index.ts';
import { ExportsModule } from '../../../foundation/exports/index.ts';
import { IdentityModule } from '../../../records/identity/index.ts';
import { ContentModule } from '../../../services/content/index.ts';
import { ClosedPoints } from './closed-points.ts';
import { DuePoints } from './due-points.ts';
import { PointsBooks } from './points-books.ts';
import { PointsClosings } from './points-closings.ts';
import { PointsConsoleController } from './points.console.controller.ts';
import { PointsController } from './points.controller.ts';
import { PointsCopies } from './points-copies.ts';
import { PointsDays } from './points-days.ts';
import { PointsDesk } from './points-desk.ts';
import { PointsExport } from './points-export.ts';
import { PointsHistories } from './points-histories.ts';
import { PointsLedger } from './points-ledger.ts';
import { PointsRounds } from './points-rounds.ts';
import { PointsSources } from './points-sources.ts';
import { PointsStatements } from './points-statements.ts';

/** Points: who has how many, where they came from and where they went. */
@Module({
  imports: [AuditModule, ExportsModule, IdentityModule, ContentModule],
  controllers: [PointsController, PointsConsoleController],
  providers: [
    PointsBooks,
    PointsCopies,
    PointsDays,
    PointsHistories,
    PointsLedger,
    PointsSources,
    PointsStatements,
    PointsDesk,
    PointsExport,
    DuePoints,
    PointsClosings,
    PointsRounds,
    ClosedPoints,
  ],
  exports: [PointsCopies, PointsHistories, PointsLedger, PointsSources, PointsStatements],
})
export class LedgerModule {}
