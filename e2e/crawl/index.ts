export { crawl, type Crawled } from './crawl.ts';
export { PageWatch } from './press.ts';
