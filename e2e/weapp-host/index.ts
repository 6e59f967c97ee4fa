export type { MiniApp } from './mini-app.ts';
export { textOf, type TaroNode } from './node.ts';
export { Phone } from './phone.ts';
export { consent, enter, firstCard, openFirstCard, readThrough } from './walk.ts';
