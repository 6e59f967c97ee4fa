export { TrailModule } from './trail.module.ts';
