export { once, type OnceKey } from './once.ts';
