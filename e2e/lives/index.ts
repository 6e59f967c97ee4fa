export { itPlaysLives } from './live-cases.ts';
