import { wholeCut } from '../cuts/exact-cut.ts';
import type { RfmQuintileModel } from './quintile-model.ts';

/**
 * Quintiles of the population that is scored. Source: R package `rfm` (Aravind Hebbali, MIT), whose published
 * table of 995 customers it reproduces.
 *
 * @example
 * rfmQuintile.windowDays // => null
 */
export const rfmQuintile: RfmQuintileModel = {
  id: 'rfm-quintile',
  version: 1,
  windowDays: null,
  fixedCuts: null,
};

const YUAN_FEN = 100;

/**
 * The same with the cuts of that published table, set to whole days and whole yuan: recency 115, 181, 297, 482
 * days, 4, 5, 6, 8 purchases, 256, 382, 506, 666 yuan. Scores of different days are comparable.
 *
 * @example
 * rfmQuintileFixed.fixedCuts?.purchases.map(({ whole }) => whole) // => [4, 5, 6, 8]
 */
export const rfmQuintileFixed: RfmQuintileModel = {
  id: 'rfm-quintile-fixed',
  version: 1,
  windowDays: null,
  fixedCuts: {
    recencyDays: [115, 181, 297, 482].map(wholeCut),
    purchases: [4, 5, 6, 8].map(wholeCut),
    amountFen: [256, 382, 506, 666].map((yuan) => wholeCut(yuan * YUAN_FEN)),
  },
};
