export { JobsDeskModule } from './jobs.module.ts';
