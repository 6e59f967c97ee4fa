import { backtestBench } from './backtest.ts';

export const bench = backtestBench('mariadb');
