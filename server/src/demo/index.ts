export { DemoDataRefused } from './demo-data-refusal.ts';
export { DemoModule } from './demo.module.ts';
