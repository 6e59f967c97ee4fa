export { crawl, type Crawled } from './crawl.ts';
