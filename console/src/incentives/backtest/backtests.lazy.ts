/** What tests drafts comes with the first page that shows a test: the studio, and the review of a rule. */
export { BacktestPanel } from './backtest-panel.tsx';
export { DraftBacktest } from './draft-backtest.tsx';
