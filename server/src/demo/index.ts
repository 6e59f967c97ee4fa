export { DemoDataRefused } from './demo-data-refusal.ts';
export { DemoModule } from './demo.module.ts';
export { DemoFirm } from './demo-firm.ts';
export { planMembers } from './plan-members.ts';
