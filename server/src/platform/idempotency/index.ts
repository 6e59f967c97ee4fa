export { forgetAnswers, once, type OnceKey } from './once.ts';
export { RequestKey } from './request-key.ts';
