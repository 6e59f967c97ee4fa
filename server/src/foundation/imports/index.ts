export { ImportsDeskModule } from './imports.module.ts';
