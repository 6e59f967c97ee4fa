export { DemoFirm } from './demo-firm.ts';
export { DemoModule } from './demo.module.ts';
