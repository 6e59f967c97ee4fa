import { col, table, TablesMigration } from '../platform/database/index.ts';

const figures = ['in_points', 'out_points', 'in_fen', 'out_fen', 'closing_points', 'closing_fen'];

/** What points did by day, and the months that are closed. */
export class PointsClosings extends TablesMigration {
  constructor() {
    super(182, 'points-closings', [
      table('points_days', [
        col.day('business_on', { primary: true }),
        col.code('account', 16, { primary: true }),
        ...figures.map((name) => col.fen(name)),
      ]),
      table('points_closings', [
        col.code('month', 7, { primary: true }),
        col.instant('closed_at'),
        col.count('postings'),
        col.fen('written_off_points'),
        col.code('sha256', 64),
      ]),
      table('points_closing_lines', [
        col.code('month', 7, { primary: true }),
        col.code('account', 16, { primary: true }),
        col.fen('opening_points'),
        col.fen('opening_fen'),
        ...figures.map((name) => col.fen(name)),
      ]),
    ]);
  }
}
