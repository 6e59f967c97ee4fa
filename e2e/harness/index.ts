export { DESK, hasChromium, openBrowser, PHONE, type OpenedBrowser, type Viewport } from './browser.ts';
export type { DatabaseView, Rows } from './database.ts';
export { until } from './until.ts';
export { CORE_TOKEN, DEMO_PASSWORD, ROOT, startWhole, type Whole, type WholeOptions } from './whole.ts';
