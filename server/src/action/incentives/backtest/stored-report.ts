import { BacktestReport } from '@siyu/shared/contracts/backtests';
import { z } from 'zod';

const StoredReceiver = BacktestReport.shape.receivers.element
  .omit({ memberId: true, displayName: true })
  .extend({ memberNo: z.int() });

/** A report as it is kept: who gets most stands in it under numbers, and names are put to it for whoever reads. */
export const StoredReport = BacktestReport.extend({ receivers: z.array(StoredReceiver) });
export type StoredReport = z.infer<typeof StoredReport>;
